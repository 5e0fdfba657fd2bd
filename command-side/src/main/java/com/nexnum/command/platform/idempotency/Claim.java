package com.nexnum.command.platform.idempotency;

/** What the records say to a request with a key. */
sealed interface Claim {

    /**
     * Nobody runs it: run it now.
     *
     * @param run tells this run from one that took over when its lease was over
     */
    record Granted(IdempotencyKey key, int run) implements Claim {}

    record Answered(StoredAnswer answer) implements Claim {}

    record StillRunning() implements Claim {}

    record OtherContent() implements Claim {}
}

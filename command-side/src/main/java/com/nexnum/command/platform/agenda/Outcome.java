package com.nexnum.command.platform.agenda;

import java.time.Instant;

/** What became of work that was due. */
public sealed interface Outcome {

    /** It is off the agenda. */
    record Done() implements Outcome {}

    /**
     * It is due again.
     *
     * @param details what it needs to know then
     */
    record Again(Instant dueAt, String details) implements Outcome {}
}

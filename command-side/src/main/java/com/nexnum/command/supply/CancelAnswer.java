package com.nexnum.command.supply;

/** What became of giving a number back. */
public sealed interface CancelAnswer {

    /** It is cancelled, now or since before. */
    record Cancelled() implements CancelAnswer {}

    /** The provider's minimum age is not reached. */
    record TooEarly() implements CancelAnswer {}

    /** An SMS has come; the charge stays. */
    record HasSms() implements CancelAnswer {}

    record NotFound() implements CancelAnswer {}

    /** It may or may not be cancelled; asking again is safe. */
    record Unavailable(String why) implements CancelAnswer {}
}

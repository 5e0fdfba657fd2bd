package com.nexnum.command.supply.sandbox;

/** What the market answers to somebody who wants to change a sale. */
public enum Change {
    DONE,
    UNKNOWN,
    TOO_EARLY,
    HAS_SMS,
    NO_SMS,
    /** It is over, or it waits already for what is asked. */
    NOT_NOW
}

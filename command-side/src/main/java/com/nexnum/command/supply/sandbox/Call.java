package com.nexnum.command.supply.sandbox;

/** The kinds of calls that a script can disturb and a test can count. */
public enum Call {
    BUY,
    /** Asks for one number's state. */
    STATUS,
    /** Cancels, finishes or asks for one more SMS. */
    CHANGE,
    ACTIVE,
    PRICES,
    BALANCE,
    OTHER
}

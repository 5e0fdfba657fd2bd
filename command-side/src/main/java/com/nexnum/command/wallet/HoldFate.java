package com.nexnum.command.wallet;

/** What became of a hold, as far as the wallet remembers. */
public enum HoldFate {
    UNKNOWN,
    HELD,
    CAPTURED,
    RELEASED,
    REFUNDED
}

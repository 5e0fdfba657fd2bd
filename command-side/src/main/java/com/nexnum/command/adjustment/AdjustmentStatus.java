package com.nexnum.command.adjustment;

/** Where an adjustment stands. */
enum AdjustmentStatus {
    /** Another administrator is to decide. */
    PROPOSED,
    /** Two agree; the wallet is being asked. */
    APPROVED,
    /** The wallet has it. */
    BOOKED,
    REJECTED,
    WITHDRAWN,
    /** Nobody decided it in time. */
    EXPIRED,
    /** Two agreed, but the wallet could not take it. */
    REFUSED
}

package com.nexnum.query.ledger;

/** What a journal entry is to the customer. */
public enum EntryType {
    DEPOSIT,
    PURCHASE,
    REFUND,
    PENALTY,
    HOLD,
    RELEASE,
    ADJUSTMENT
}

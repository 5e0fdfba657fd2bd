package com.nexnum.query.orders;

/** What became of asking one provider. */
public enum AttemptOutcome {
    ASKED,
    REFUSED,
    UNKNOWN,
    FULFILLED
}

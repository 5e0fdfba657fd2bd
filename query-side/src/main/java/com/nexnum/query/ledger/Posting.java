package com.nexnum.query.ledger;

/**
 * One line of a journal entry.
 *
 * @param micros what the account gains, in millionths; negative for what it gives
 */
record Posting(String account, long micros) {}

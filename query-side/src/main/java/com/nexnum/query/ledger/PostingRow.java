package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Currency;

/** One line of a journal entry in {@code ledger_posting}. */
record PostingRow(
        String walletId,
        long sequence,
        long position,
        int line,
        String account,
        Currency currency,
        long amount) {}

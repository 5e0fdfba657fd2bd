package com.nexnum.query.ledger.accounts;

import com.nexnum.query.ledger.asof.JournalPoint;

/** How one node changed between two points of the journal. */
public record ComparisonView(JournalPoint from, JournalPoint to, ChangeView change) {}

package com.nexnum.query.ledger.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point of the journal: everything up to an entry, and nothing behind it.
 *
 * @param entry the number of the last entry that counts; 0 before the first
 * @param occurredAt when that entry happened; null before the first
 */
public record JournalPoint(long entry, @Nullable Instant occurredAt) {

    static final JournalPoint BEFORE_ALL = new JournalPoint(0, null);
}

package com.nexnum.query.settlement;

import com.nexnum.platform.web.Amount;
import org.jspecify.annotations.Nullable;

/**
 * How much of one kind there is.
 *
 * @param ageDays {@code 0-1}, {@code 2-7}, {@code 8-30} or {@code 31+}
 * @param ours the sum that our books say; null when they say nothing
 * @param theirs the sum that the other side says; null when it says nothing
 */
record SummaryView(
        String kind,
        String party,
        String ageDays,
        long count,
        @Nullable Amount ours,
        @Nullable Amount theirs) {}

package com.nexnum.query.margins;

import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Margins of a period, the largest first.
 *
 * @param from the first instant; null for the beginning
 * @param to the instant after the last; null for no end
 * @param by {@code service}, {@code country} or {@code provider}
 * @param totals the sum of all margins, one for each currency
 * @param revenue what the ledger's account {@code revenue} gained in the period
 * @param agrees whether the two are the same, which they always are in a sound ledger
 */
record MarginReport(
        @Nullable Instant from,
        @Nullable Instant to,
        String by,
        List<MarginView> items,
        List<Amount> totals,
        List<Amount> revenue,
        boolean agrees) {

    MarginReport {
        items = List.copyOf(items);
        totals = List.copyOf(totals);
        revenue = List.copyOf(revenue);
    }
}

package com.nexnum.query.ledger.export;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journal entry of an export, and one line of JSON Lines.
 *
 * @param entry its number: the position of its event in the store
 * @param id that of its event
 * @param postings signed amounts that sum to zero
 */
record ExportedEntry(
        long entry,
        String id,
        Instant at,
        String type,
        String wallet,
        long sequence,
        String operation,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable String approvedBy,
        List<Line> postings) {

    ExportedEntry {
        postings = List.copyOf(postings);
    }

    record Line(int line, String account, Amount amount) {
        static Line of(int line, String account, long micros, String currency) {
            return new Line(line, account, new Amount(Money.decimal(micros), currency));
        }
    }
}

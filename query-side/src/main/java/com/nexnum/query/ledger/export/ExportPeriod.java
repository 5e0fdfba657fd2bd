package com.nexnum.query.ledger.export;

import com.nexnum.query.ledger.asof.AsOf;
import com.nexnum.query.ledger.asof.JournalPoints;
import com.nexnum.query.platform.BadRequest;

/**
 * Which entries belong to an export. Instants are a half-open period: one ends where the next
 * begins, and no entry is in both. Entries' numbers are both included.
 *
 * @param after entries above this number
 * @param upTo and up to this one
 */
record ExportPeriod(long after, long upTo) {

    /**
     * @throws com.nexnum.platform.web.ProblemException 400 when {@code to} is not there yet, or
     *     {@code from} comes after it
     */
    static ExportPeriod of(JournalPoints journal, AsOf from, AsOf to) {
        var after =
                switch (from) {
                    case AsOf.Latest _ -> 0L;
                    case AsOf.Entry(var number) -> number - 1;
                    case AsOf.At(var instant) -> journal.before(instant).entry();
                };
        var upTo =
                switch (to) {
                    case AsOf.Latest _ -> journal.last().entry();
                    case AsOf.Entry entry -> journal.at(entry, "to").entry();
                    case AsOf.At(var instant) -> {
                        journal.requirePast(instant, "to");
                        yield journal.before(instant).entry();
                    }
                };
        var order =
                from instanceof AsOf.At(var begin) && to instanceof AsOf.At(var end)
                        ? begin.compareTo(end)
                        : Long.compare(after, upTo);
        if (order > 0 && !(to instanceof AsOf.Latest)) {
            throw BadRequest.of("from", "from comes before to.");
        }
        return new ExportPeriod(after, Math.max(after, upTo));
    }
}

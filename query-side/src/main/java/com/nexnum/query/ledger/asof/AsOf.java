package com.nexnum.query.ledger.asof;

import com.nexnum.query.platform.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Up to where somebody asks for the journal: {@code ?asOf=} in its forms. */
public sealed interface AsOf {

    /** All that is there now. */
    record Latest() implements AsOf {}

    /**
     * @param number of the last entry that counts: the position of its event in the store
     */
    record Entry(long number) implements AsOf {}

    /**
     * The journal before the first entry that is later than this. What stands behind a later entry
     * does not count, whatever its own time: the clocks of processes differ, and a journal has one
     * order.
     */
    record At(Instant instant) implements AsOf {}

    /**
     * @param parameter its name, for a refusal
     * @param text an ISO-8601 instant with an offset, an entry's number, or null for the latest
     * @throws com.nexnum.platform.web.ProblemException 400 INVALID_PARAMETER when it is neither
     */
    static AsOf parse(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Latest();
        }
        if (text.matches("[0-9]{1,18}")) {
            return new Entry(Long.parseLong(text));
        }
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            throw BadRequest.of(
                    parameter,
                    parameter
                            + " is an instant such as 2026-03-01T10:00:00Z, or an entry's number.");
        }
    }
}

package com.nexnum.query.rebuild;

import com.nexnum.query.platform.SqlInstant;
import com.nexnum.query.platform.rows.Recorded;
import java.time.Instant;

/**
 * An event read back from the store.
 *
 * @param storedAt ISO-8601, read only where a fold asks for it
 */
public record Stored(long position, String eventId, long sequence, String storedAt, Object payload)
        implements Recorded {

    @Override
    public Instant at() {
        return SqlInstant.exact(Instant.parse(storedAt));
    }
}

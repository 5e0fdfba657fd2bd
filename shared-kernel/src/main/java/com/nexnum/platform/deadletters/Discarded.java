package com.nexnum.platform.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event that an administrator gave up for a group.
 *
 * @param behind how many waited behind it
 */
public record Discarded(
        long id,
        Instant at,
        String by,
        String reason,
        String group,
        String sequence,
        String eventId,
        String eventName,
        @Nullable Long position,
        @Nullable String causeType,
        @Nullable String cause,
        long behind) {

    static Discarded of(ResultSet row) throws SQLException {
        return new Discarded(
                row.getLong("id"),
                row.getObject("discarded_at", OffsetDateTime.class).toInstant(),
                row.getString("discarded_by"),
                row.getString("reason"),
                row.getString("letter_group"),
                row.getString("sequence"),
                row.getString("event_id"),
                row.getString("event_name"),
                row.getObject("position", Long.class),
                row.getString("cause_type"),
                row.getString("cause"),
                row.getLong("behind"));
    }
}

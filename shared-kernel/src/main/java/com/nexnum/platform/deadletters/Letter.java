package com.nexnum.platform.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits.
 *
 * @param index its place in its sequence; the lowest is tried first
 * @param stream the aggregate that it is of; null when of none
 * @param content the payload as the store has it now
 */
public record Letter(
        String id,
        String group,
        String sequence,
        long index,
        String eventId,
        String eventName,
        @Nullable String revision,
        @Nullable Long position,
        @Nullable String stream,
        @Nullable Long streamSequence,
        Instant occurredAt,
        Instant since,
        @Nullable String causeType,
        @Nullable String cause,
        int attempts,
        Instant retryAt,
        String content) {

    static Letter of(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("sequence_identifier"),
                row.getLong("sequence_index"),
                row.getString("event_identifier"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getObject("position", Long.class),
                row.getString("aggregate_identifier"),
                row.getObject("sequence_number", Long.class),
                Instant.parse(row.getString("time_stamp")),
                Instant.parse(row.getString("enqueued_at")),
                row.getString("cause_type"),
                row.getString("cause_message"),
                row.getInt("attempts"),
                row.getObject("retry_at", OffsetDateTime.class).toInstant(),
                row.getString("content"));
    }
}

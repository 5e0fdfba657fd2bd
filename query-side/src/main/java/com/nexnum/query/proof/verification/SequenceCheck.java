package com.nexnum.query.proof.verification;

import com.nexnum.query.proof.verification.Break.Kind;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Whether every stream goes from 0 to its last event without a hole. The database walks its own
 * index, which holds the streams in order, so that it needs no memory for them.
 */
final class SequenceCheck {

    private static final int MOST = 1_000;

    private static final String HOLES =
            """
            select stream, missing, upper, (select global_index from domain_event_entry
                                      where aggregate_identifier = stream and sequence_number = upper) as position
              from (select aggregate_identifier as stream,
                           coalesce(lag(sequence_number) over of_stream, -1) + 1 as missing,
                           sequence_number as upper
                      from domain_event_entry
                    window of_stream as (partition by aggregate_identifier order by sequence_number)) steps
             where missing <> upper limit ?
            """;

    private final Connection connection;
    private final Breaks breaks;

    /**
     * @param connection in a transaction
     */
    SequenceCheck(Connection connection, Breaks breaks) {
        this.connection = connection;
        this.breaks = breaks;
    }

    void check() throws SQLException {
        try (var limits = connection.createStatement()) {
            limits.execute("set local statement_timeout = 0");
        }
        try (var statement = connection.prepareStatement(HOLES)) {
            statement.setInt(1, MOST);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var first = row.getLong("missing");
                    var upper = row.getLong("upper");
                    var stream = row.getString("stream");
                    breaks.add(
                            new Break(
                                    Kind.MISSING_SEQUENCE,
                                    row.getLong("position"),
                                    null,
                                    stream,
                                    first,
                                    missing(stream, first, upper - 1)));
                }
            }
        }
    }

    private static String missing(String stream, long first, long last) {
        return first == last
                ? "%s lacks its event %d".formatted(stream, first)
                : "%s lacks its events %d to %d".formatted(stream, first, last);
    }
}

package com.nexnum.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SortedSet;

/**
 * The next events after a position, and those that were missing before it. It reads so many rows
 * and not so many numbers, so that no gap is too wide for it; its text does not depend on the gaps.
 */
final class EventQuery {

    private static final String FIELDS =
            """
            global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
            payload_type, payload_revision, payload, meta_data
            """;
    private static final String NEXT =
            "select "
                    + FIELDS
                    + " from domain_event_entry where global_index > ? order by global_index limit ?";
    private static final String NEXT_AND_MISSING =
            "(select "
                    + FIELDS
                    + " from domain_event_entry where global_index = any(?)) union all ("
                    + NEXT
                    + ") order by global_index";

    static PreparedStatement after(
            Connection connection, long position, SortedSet<Long> missing, int limit)
            throws SQLException {
        int column = 1;
        var statement = connection.prepareStatement(missing.isEmpty() ? NEXT : NEXT_AND_MISSING);
        try {
            if (!missing.isEmpty()) {
                statement.setArray(
                        column++, connection.createArrayOf("int8", missing.toArray(Long[]::new)));
            }
            statement.setLong(column++, position);
            statement.setInt(column, limit);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private EventQuery() {}
}

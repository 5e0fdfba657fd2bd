package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.postgresql.PGStatement;
import org.springframework.stereotype.Component;

/** Reads the events that a read model takes, in the order of their positions. */
@Component
public class EventCursor {

    /** Events in one page: what is fetched, and handed on, at once. */
    static final int PAGE = 2_000;

    private static final String EVENTS =
            """
            select global_index, event_identifier, sequence_number, time_stamp, payload_type, payload_revision, payload
              from domain_event_entry
             where global_index > ? and global_index <= ? and payload_type = any (?)
             order by global_index
            """;

    private final EventDecoder decoder;

    public EventCursor(EventDecoder decoder) {
        this.decoder = decoder;
    }

    /** Takes what was read, page by page. */
    @FunctionalInterface
    public interface Pages {
        void take(List<Stored> page) throws InterruptedException;
    }

    /** The positions after one and up to another. */
    record Span(long after, long upTo) {}

    /** Reads a span in pages of the usual size. */
    public void read(Connection connection, ReadModel model, long after, long upTo, Pages pages)
            throws SQLException, InterruptedException {
        read(connection, model, new Span(after, upTo), () -> PAGE, pages);
    }

    /**
     * Reads a span.
     *
     * @param size how many events the next page should have
     * @param connection without auto-commit, or everything would be fetched at once
     */
    void read(Connection connection, ReadModel model, Span span, IntSupplier size, Pages pages)
            throws SQLException, InterruptedException {
        try (var statement = connection.prepareStatement(EVENTS)) {
            binaryAtOnce(statement);
            statement.setFetchSize(size.getAsInt());
            statement.setLong(1, span.after());
            statement.setLong(2, span.upTo());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", EventDecoder.storedNames(model.events()).toArray()));
            read(statement, size, pages);
        }
    }

    private void read(PreparedStatement statement, IntSupplier size, Pages pages)
            throws SQLException, InterruptedException {
        try (var rows = statement.executeQuery()) {
            var most = size.getAsInt();
            var page = new ArrayList<Stored>(most);
            while (rows.next()) {
                var position = rows.getLong(1);
                var payload = rows.getBytes(7);
                var events =
                        decoder.decode(position, rows.getString(5), rows.getString(6), payload);
                for (var event : events) {
                    page.add(
                            new Stored(
                                    position,
                                    rows.getString(2),
                                    rows.getLong(3),
                                    rows.getString(4),
                                    event));
                }
                if (page.size() >= most) {
                    pages.take(page);
                    most = size.getAsInt();
                    rows.setFetchSize(most);
                    page = new ArrayList<>(most);
                }
            }
            pages.take(page);
        }
    }

    /** The driver's default asks for text until a statement ran a few times. */
    private static void binaryAtOnce(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }
}

package com.nexnum.query.proof;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Reads events as the bytes that are hashed. These are PostgreSQL's rows of a binary COPY, whose
 * every field comes after its length: a count of fields, 16 bits; then of each the length in 32
 * bits, -1 for none, and the bytes; integers in 64 bits, texts in UTF-8, all in network order.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, "Binary Format"</a>
 */
public final class EventRows {

    private static final int FIELDS = 10;
    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final byte FIRST_OF_SIGNATURE = 'P';

    /** Takes one event; the bytes are the sink's to keep. */
    @FunctionalInterface
    public interface Sink {
        void row(long position, byte[] bytes, int from, int length) throws SQLException;
    }

    /** Reads the events after a position and up to another, in order, so many at most. */
    public static void read(Connection connection, long after, long upTo, int limit, Sink sink)
            throws SQLException {
        var copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                """
                                copy (select global_index, event_identifier, aggregate_identifier, sequence_number, type,
                                             time_stamp, payload_type, payload_revision, payload, meta_data
                                        from domain_event_entry where global_index > %d and global_index <= %d
                                       order by global_index limit %d) to stdout (format binary)
                                """
                                        .formatted(after, upTo, limit));
        try {
            for (var bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                hand(bytes, sink);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void hand(byte[] bytes, Sink sink) throws SQLException {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes[0] == FIRST_OF_SIGNATURE) {
            var extension = buffer.getInt(SIGNATURE_AND_FLAGS);
            buffer.position(SIGNATURE_AND_FLAGS + Integer.BYTES + extension);
        }
        while (buffer.hasRemaining()) {
            var from = buffer.position();
            if (buffer.getShort() != FIELDS) {
                return;
            }
            for (var field = 0; field < FIELDS; field++) {
                var length = buffer.getInt();
                buffer.position(buffer.position() + Math.max(0, length));
            }
            var position = buffer.getLong(from + Short.BYTES + Integer.BYTES);
            sink.row(position, bytes, from, buffer.position() - from);
        }
    }

    private EventRows() {}
}

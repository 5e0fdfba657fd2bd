package com.nexnum.query.proof.verification;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.Table;
import com.nexnum.query.rebuild.CopyBuffer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Rows of a table as bytes, each with the position of its event, in that order. */
final class RowBytes {

    private static final int COPY_HEADER = 19;
    private static final int COUNT = Short.BYTES;
    private static final int POSITION = Integer.BYTES + Long.BYTES;

    private long[] positions = new long[1_024];
    private byte[][] sources = new byte[1_024][];
    private int[] from = new int[1_024];
    private int[] to = new int[1_024];
    private int size;

    int size() {
        return size;
    }

    /** At the end, a position after all others. */
    long position(int index) {
        return index < size ? positions[index] : Long.MAX_VALUE;
    }

    boolean same(int index, RowBytes other, int its) {
        return Arrays.equals(
                sources[index],
                from[index],
                to[index],
                other.sources[its],
                other.from[its],
                other.to[its]);
    }

    /** The first row after this one that belongs to another event. */
    int next(int index) {
        var next = index + 1;
        while (next < size && positions[next] == positions[index]) {
            next++;
        }
        return next;
    }

    private void add(long position, byte[] source, int begin, int end) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
            sources = Arrays.copyOf(sources, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        positions[size] = position;
        sources[size] = source;
        from[size] = begin;
        to[size++] = end;
    }

    /** Those that a fold makes, one after the other. */
    static final class Expected {
        private final CopyBuffer buffer;
        private final RowBytes rows = new RowBytes();

        Expected(Table<?> table) {
            buffer = new CopyBuffer(table, 1 << 20);
        }

        void add(long position, Object row) {
            var begin = buffer.size() + COUNT;
            buffer.add(row);
            rows.add(position, new byte[0], begin, buffer.size());
        }

        RowBytes all() {
            var bytes = buffer.finished().array();
            Arrays.fill(rows.sources, bytes);
            return rows;
        }
    }

    /**
     * Those that are stored.
     *
     * @param rows selects the position of the event and then the row's own columns, in order
     */
    static RowBytes stored(Connection connection, String rows) throws SQLException {
        var found = new RowBytes();
        var copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + rows + ") to stdout (format binary)");
        try {
            for (var bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
                found.take(bytes);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return found;
    }

    private void take(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes[0] == 'P') {
            buffer.position(COPY_HEADER);
        }
        while (buffer.hasRemaining()) {
            var fields = buffer.getShort();
            if (fields < 0) {
                return;
            }
            var position = buffer.getLong(buffer.position() + Integer.BYTES);
            var begin = buffer.position() + POSITION;
            for (var field = 0; field < fields; field++) {
                var length = buffer.getInt();
                buffer.position(buffer.position() + Math.max(0, length));
            }
            add(position, bytes, begin, buffer.position());
        }
    }

    /** The table's columns, as columns of an alias. */
    static String columns(Table<?> table, String alias) {
        return table.columns().stream()
                .map(Column::name)
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
    }
}

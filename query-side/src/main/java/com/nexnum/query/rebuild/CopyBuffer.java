package com.nexnum.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, "Binary Format"</a>
 */
public final class CopyBuffer {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final long EPOCH_2000_SECONDS = 946_684_800;
    private static final byte JSONB_VERSION = 1;

    private final Table<?> table;
    private ByteBuffer bytes;
    private int rows;

    public CopyBuffer(Table<?> table, int capacity) {
        this.table = table;
        this.bytes = ByteBuffer.allocate(capacity + 1024);
        bytes.put(SIGNATURE).put(new byte[FLAGS_AND_EXTENSION]);
    }

    Table<?> table() {
        return table;
    }

    int rows() {
        return rows;
    }

    /** How many bytes so far. */
    public int size() {
        return bytes.position();
    }

    public void add(Object row) {
        var columns = table.columns();
        room(2).putShort((short) columns.size());
        for (var column : columns) {
            add(column, column.value(row));
        }
        rows++;
    }

    /** The whole of it, with its end; nothing can be added any more. */
    public ByteBuffer finished() {
        room(2).putShort((short) -1);
        return bytes.flip();
    }

    private void add(Column column, @Nullable Object value) {
        if (value == null) {
            room(4).putInt(-1);
            return;
        }
        switch (column.kind()) {
            case TEXT -> text((String) value, 0);
            case JSON -> text((String) value, 1);
            case BIGINT -> room(12).putInt(8).putLong((Long) value);
            case INT -> room(8).putInt(4).putInt((Integer) value);
            case BOOLEAN -> room(5).putInt(1).put((byte) ((Boolean) value ? 1 : 0));
            case INSTANT -> room(12).putInt(8).putLong(micros((Instant) value));
        }
    }

    private void text(String value, int versionBytes) {
        var length = value.length();
        room(4 + versionBytes + length * 3);
        var at = bytes.position();
        bytes.putInt(0);
        if (versionBytes > 0) {
            bytes.put(JSONB_VERSION);
        }
        bytes.put(value.getBytes(UTF_8));
        bytes.putInt(at, bytes.position() - at - 4);
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond() - EPOCH_2000_SECONDS, 1_000_000L),
                at.getNano() / 1_000);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            var larger = Math.max(bytes.capacity() * 2, bytes.position() + more);
            bytes =
                    ByteBuffer.wrap(Arrays.copyOf(bytes.array(), larger))
                            .position(bytes.position());
        }
        return bytes;
    }
}

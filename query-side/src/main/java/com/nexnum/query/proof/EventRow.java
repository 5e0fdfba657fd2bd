package com.nexnum.query.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One stored event as the bytes that are hashed.
 *
 * @see EventRows
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the database; never compared as a record.
public record EventRow(long position, byte[] bytes) {

    private static final int STREAM = 2;
    private static final int SEQUENCE = 3;
    private static final int POSITION_AT = Short.BYTES + Integer.BYTES;

    public static EventRow of(long position, byte[] bytes, int from, int length) {
        return new EventRow(position, Arrays.copyOfRange(bytes, from, from + length));
    }

    public String stream() {
        return new String(field(STREAM), StandardCharsets.UTF_8);
    }

    public long sequence() {
        return ByteBuffer.wrap(field(SEQUENCE)).getLong();
    }

    /** The same event's bytes as if it stood elsewhere. */
    public byte[] at(long elsewhere) {
        var moved = bytes.clone();
        ByteBuffer.wrap(moved).putLong(POSITION_AT, elsewhere);
        return moved;
    }

    private byte[] field(int index) {
        var buffer = ByteBuffer.wrap(bytes).position(Short.BYTES);
        for (var before = 0; before < index; before++) {
            var length = buffer.getInt();
            buffer.position(buffer.position() + Math.max(0, length));
        }
        var field = new byte[Math.max(0, buffer.getInt())];
        buffer.get(field);
        return field;
    }
}

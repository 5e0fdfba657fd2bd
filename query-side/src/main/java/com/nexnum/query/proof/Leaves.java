package com.nexnum.query.proof;

import static com.nexnum.query.proof.Hashing.BYTES;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where a block's events stand and what they hash to, as stored beside the block. */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the database; never compared as a record.
public record Leaves(byte[] stored) {

    private static final int EACH = Long.BYTES + BYTES;

    public int count() {
        return stored.length / EACH;
    }

    public long position(int index) {
        return ByteBuffer.wrap(stored).getLong(index * EACH);
    }

    public byte[] hash(int index) {
        var from = index * EACH + Long.BYTES;
        return Arrays.copyOfRange(stored, from, from + BYTES);
    }

    /** The hashes alone, side by side. */
    public byte[] hashes() {
        var hashes = new byte[count() * BYTES];
        for (var i = 0; i < count(); i++) {
            System.arraycopy(stored, i * EACH + Long.BYTES, hashes, i * BYTES, BYTES);
        }
        return hashes;
    }

    /** Where the event of a position stands, or a negative number. */
    int indexOf(long position) {
        for (var i = 0; i < count(); i++) {
            if (position(i) == position) {
                return i;
            }
        }
        return -1;
    }

    static Leaves of(long[] positions, byte[] hashes, int count) {
        var stored = ByteBuffer.allocate(count * EACH);
        for (var i = 0; i < count; i++) {
            stored.putLong(positions[i]).put(hashes, i * BYTES, BYTES);
        }
        return new Leaves(stored.array());
    }
}

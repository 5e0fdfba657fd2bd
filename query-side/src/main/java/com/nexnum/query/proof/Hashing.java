package com.nexnum.query.proof;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 as a Merkle tree uses it: what is hashed of an event can never pass for what is hashed of
 * two nodes. Not for several threads at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>
 */
public final class Hashing {

    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();

    /** The hash of an event's row, written at a place of another array. */
    public void leaf(byte[] row, int from, int length, byte[] into, int at) {
        sha256.update(LEAF);
        sha256.update(row, from, length);
        finish(into, at);
    }

    /** The hash of an event's row. */
    public byte[] leaf(byte[] row) {
        var hash = new byte[BYTES];
        leaf(row, 0, row.length, hash, 0);
        return hash;
    }

    /** The hash of two nodes that stand side by side in an array. */
    void node(byte[] hashes, int left, byte[] into, int at) {
        sha256.update(NODE);
        sha256.update(hashes, left, 2 * BYTES);
        finish(into, at);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** SHA-256 and nothing else. */
    public byte[] plain(byte[] bytes) {
        return sha256.digest(bytes);
    }

    private void finish(byte[] into, int at) {
        try {
            sha256.digest(into, at, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

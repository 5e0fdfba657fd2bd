package com.nexnum.query.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hands bytes on in large pieces, and sums them by SHA-256 on the way. */
final class HashedOutput extends OutputStream {

    private static final int PIECE = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final byte[] piece = new byte[PIECE];
    private int filled;

    HashedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == PIECE) {
            handOn();
        }
        piece[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var next = from;
        while (next < from + length) {
            if (filled == PIECE) {
                handOn();
            }
            var count = Math.min(PIECE - filled, from + length - next);
            System.arraycopy(bytes, next, piece, filled, count);
            filled += count;
            next += count;
        }
    }

    @Override
    public void flush() throws IOException {
        handOn();
        out.flush();
    }

    /** Of everything that was flushed so far, in lower-case hexadecimal. */
    String sha256OfFlushed() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handOn() throws IOException {
        digest.update(piece, 0, filled);
        out.write(piece, 0, filled);
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

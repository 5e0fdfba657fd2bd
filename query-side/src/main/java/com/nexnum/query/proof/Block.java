package com.nexnum.query.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A sealed stretch of the event store. It says which positions have an event and which have none:
 * whoever is put into a gap later is found.
 *
 * @param number from 1, without gaps
 * @param firstPosition one after the last of the block before, or 1
 * @param lastPosition that of its last event
 * @param entries how many events, 1 to 1000
 * @param root of the Merkle tree over their hashes
 * @param previousHead 32 zeros for the first block
 * @param sealedAt exact to a millisecond
 * @param keyId whose signature it is
 * @param head SHA-256 of the header
 * @param signature Ed25519, of {@link #statement}
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the database; never compared as a record.
public record Block(
        long number,
        long firstPosition,
        long lastPosition,
        int entries,
        byte[] root,
        byte[] previousHead,
        Instant sealedAt,
        String keyId,
        byte[] head,
        byte[] signature) {

    /** The most events in one. */
    public static final int MOST_ENTRIES = 1_000;

    static final byte[] NOTHING_BEFORE = new byte[Hashing.BYTES];

    private static final String HEADER = "NXBLOCK1";
    private static final String STATEMENT = "NXHEAD01";

    static Block sealed(
            long number,
            long firstPosition,
            long lastPosition,
            int entries,
            byte[] root,
            byte[] previousHead,
            Instant sealedAt,
            SealingKey key) {
        var none = new byte[0];
        var open =
                new Block(
                        number,
                        firstPosition,
                        lastPosition,
                        entries,
                        root,
                        previousHead,
                        sealedAt,
                        key.id(),
                        none,
                        none);
        var head = new Hashing().plain(open.header());
        return new Block(
                number,
                firstPosition,
                lastPosition,
                entries,
                root,
                previousHead,
                sealedAt,
                key.id(),
                head,
                key.sign(statement(number, head)));
    }

    /** What is hashed to the head. */
    public byte[] header() {
        var id = keyId.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(160);
        try (var out = new DataOutputStream(bytes)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            out.writeLong(number);
            out.writeLong(firstPosition);
            out.writeLong(lastPosition);
            out.writeInt(entries);
            out.write(root);
            out.write(previousHead);
            out.writeLong(sealedAt.toEpochMilli());
            out.writeInt(id.length);
            out.write(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is signed of a head. */
    public static byte[] statement(long number, byte[] head) {
        var bytes = new ByteArrayOutputStream(48);
        try (var out = new DataOutputStream(bytes)) {
            out.write(STATEMENT.getBytes(StandardCharsets.US_ASCII));
            out.writeLong(number);
            out.write(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

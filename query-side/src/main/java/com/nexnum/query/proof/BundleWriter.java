package com.nexnum.query.proof;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what the stand-alone verifier reads: a word, then records of a letter, a length in 32 bits
 * and so many bytes. docs/proof.md has the whole of it.
 */
final class BundleWriter {

    static final String WORD = "NXPROOF1";

    private final DataOutputStream out;

    BundleWriter(OutputStream out, List<PublicSealingKey> keys) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(WORD.getBytes(StandardCharsets.US_ASCII));
        for (var key : keys) {
            key(key);
        }
    }

    private void key(PublicSealingKey key) throws IOException {
        var by = key.endorsedBy();
        var endorsement = key.endorsement();
        record(
                'K',
                bytes(key.id()),
                key.publicKey(),
                bytes(by == null ? "" : by),
                endorsement == null ? new byte[0] : endorsement);
    }

    /** The block's events come after it, each by {@link #event}. */
    void block(Block block) throws IOException {
        record('B', block.header(), block.signature());
    }

    /** Takes what a read gives; a failure to write ends the reading. */
    void event(long position, byte[] bytes, int from, int length) {
        try {
            out.write('E');
            out.writeInt(length);
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One event that is proven by its path; its block comes without its events. */
    void inclusion(InclusionProof proof) throws IOException {
        var block = proof.block();
        record('H', block.header(), block.signature());
        out.write('I');
        out.writeInt(
                3 * Integer.BYTES
                        + proof.event().bytes().length
                        + proof.path().size() * Hashing.BYTES);
        out.writeInt(proof.index());
        out.writeInt(proof.event().bytes().length);
        out.write(proof.event().bytes());
        out.writeInt(proof.path().size());
        for (var sibling : proof.path()) {
            out.write(sibling);
        }
    }

    /** What comes without this was cut off. */
    void end() throws IOException {
        record('Z');
        out.flush();
    }

    /** Each part after its length. */
    private void record(char letter, byte[]... parts) throws IOException {
        var length = 0;
        for (var part : parts) {
            length += Integer.BYTES + part.length;
        }
        out.write(letter);
        out.writeInt(length);
        for (var part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

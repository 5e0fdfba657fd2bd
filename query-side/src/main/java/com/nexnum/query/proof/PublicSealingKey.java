package com.nexnum.query.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a key that signs heads.
 *
 * @param publicKey the 32 bytes of RFC 8032
 * @param endorsedBy the key before it, which signed {@link #statement}; null for the first
 * @param retiredAt null while it signs
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the database; never compared as a record.
public record PublicSealingKey(
        String id,
        byte[] publicKey,
        @Nullable String endorsedBy,
        byte @Nullable [] endorsement,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    private static final byte[] STATEMENT = "NXKEY001".getBytes(StandardCharsets.US_ASCII);

    /** What comes before the 32 bytes in X.509: RFC 8410. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static byte[] statement(String id, byte[] publicKey) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(STATEMENT);
        bytes.writeBytes(publicKey);
        bytes.writeBytes(id.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** Whether this key signed the head. */
    public boolean signed(Block block) {
        return verifies(Block.statement(block.number(), block.head()), block.signature());
    }

    /** Whether this key, given by a known one, vouches for the next. */
    public boolean vouchesFor(PublicSealingKey next) {
        var by = next.endorsement();
        return id.equals(next.endorsedBy())
                && by != null
                && verifies(statement(next.id(), next.publicKey()), by);
    }

    private boolean verifies(byte[] bytes, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(opened());
            signature.update(bytes);
            return signature.verify(signed);
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signature cannot be checked", e);
        }
    }

    private PublicKey opened() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509, X509.length + publicKey.length);
        System.arraycopy(publicKey, 0, encoded, X509.length, publicKey.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}

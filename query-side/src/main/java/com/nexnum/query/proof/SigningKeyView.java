package com.nexnum.query.proof;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key as everybody may see it.
 *
 * @param publicKey the 32 bytes of an Ed25519 key in base64
 * @param endorsement the signature of the key before it, in base64; null for the first
 * @param retiredAt since when it signs no more; null for the one that signs
 */
public record SigningKeyView(
        String id,
        String algorithm,
        String publicKey,
        @Nullable String endorsedBy,
        @Nullable String endorsement,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    static SigningKeyView of(PublicSealingKey key) {
        var base64 = Base64.getEncoder();
        var endorsement = key.endorsement();
        return new SigningKeyView(
                key.id(),
                "Ed25519",
                base64.encodeToString(key.publicKey()),
                key.endorsedBy(),
                endorsement == null ? null : base64.encodeToString(endorsement),
                key.createdAt(),
                key.retiredAt());
    }
}

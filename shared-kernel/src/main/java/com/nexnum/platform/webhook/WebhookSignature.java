package com.nexnum.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and checks messages with one symmetric secret, version {@code v1} of the Standard Webhooks
 * specification 1.0.0: HMAC-SHA256 over {@code id.timestamp.body}.
 */
public final class WebhookSignature {

    public static final String ID_HEADER = "webhook-id";
    public static final String TIMESTAMP_HEADER = "webhook-timestamp";
    public static final String SIGNATURE_HEADER = "webhook-signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final SecretKeySpec key;

    private WebhookSignature(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * @param secret {@code whsec_} and 24 to 64 bytes in base64
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    public static WebhookSignature of(String secret) {
        if (!secret.startsWith("whsec_")) {
            throw new IllegalArgumentException("A webhook secret begins with whsec_");
        }
        return of(Base64.getDecoder().decode(secret.substring("whsec_".length())));
    }

    /**
     * @param secret 24 to 64 random bytes
     */
    public static WebhookSignature of(byte[] secret) {
        if (secret.length < 24 || secret.length > 64) {
            throw new IllegalArgumentException("A webhook secret has 24 to 64 bytes");
        }
        return new WebhookSignature(secret);
    }

    /** The value of the signature header for an attempt at this instant. */
    public String sign(String id, Instant attempt, byte[] body) {
        return VERSION + base64(hmac(id, Long.toString(attempt.getEpochSecond()), body));
    }

    /**
     * @param timestamp the header's Unix seconds
     * @param signatures the header: one or more signatures, apart by spaces
     * @param now at most 300 seconds from the timestamp for the message to count
     */
    public Verdict check(String id, String timestamp, String signatures, byte[] body, Instant now) {
        var expected =
                (VERSION + base64(hmac(id, timestamp, body))).getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (var signature : signatures.split(" ", -1)) {
            signed |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        if (!signed) {
            return Verdict.FORGED;
        }
        return recent(timestamp, now) ? Verdict.VALID : Verdict.EXPIRED;
    }

    private static boolean recent(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private byte[] hmac(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What a check says of a message. */
    public enum Verdict {
        VALID,
        FORGED,
        EXPIRED
    }
}

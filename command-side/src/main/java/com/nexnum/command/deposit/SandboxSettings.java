package com.nexnum.command.deposit;

import com.nexnum.platform.webhook.WebhookSignature;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether the gateway exists; a condition asks for it too, and takes any word for no
 * @param secret {@code whsec_} and 24 to 64 bytes in base64; a random one when absent
 * @param delay how long the sandbox takes to confirm a deposit
 * @param attempts how often a callback is sent until it is accepted
 */
@ConfigurationProperties("nexnum.deposits.sandbox")
record SandboxSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable String secret,
        @DefaultValue("1s") Duration delay,
        @DefaultValue("10") int attempts) {

    SandboxSettings {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "nexnum.deposits.sandbox.delay must not be negative");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "nexnum.deposits.sandbox.attempts must be 1 or more");
        }
    }

    /**
     * @throws IllegalArgumentException when the secret is no webhook secret
     */
    WebhookSignature signature() {
        if (secret == null || secret.isBlank()) {
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            return WebhookSignature.of(random);
        }
        try {
            return WebhookSignature.of(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "nexnum.deposits.sandbox.secret: " + e.getMessage(), e);
        }
    }
}

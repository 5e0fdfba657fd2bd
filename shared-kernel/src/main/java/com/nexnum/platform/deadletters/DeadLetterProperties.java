package com.nexnum.platform.deadletters;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When events that wait are tried again.
 *
 * @param lookEvery how often a process looks whether any is due
 * @param retryAfter the pause after a sequence failed again; twice as long after each failure
 * @param retryAtMost what that pause grows to
 */
@ConfigurationProperties("nexnum.dead-letters")
record DeadLetterProperties(
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("10s") Duration retryAfter,
        @DefaultValue("5m") Duration retryAtMost) {

    DeadLetterProperties {
        require(lookEvery.isPositive(), "nexnum.dead-letters.look-every must be positive");
        require(retryAfter.isPositive(), "nexnum.dead-letters.retry-after must be positive");
        require(
                retryAtMost.compareTo(retryAfter) >= 0,
                "nexnum.dead-letters.retry-at-most must not be shorter than"
                        + " nexnum.dead-letters.retry-after");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

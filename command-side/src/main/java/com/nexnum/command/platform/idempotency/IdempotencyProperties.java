package com.nexnum.command.platform.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys are remembered.
 *
 * @param lease after which a request that died may run again
 * @param keep how long an answer is remembered for its key; not shorter than the lease
 */
@ConfigurationProperties("nexnum.idempotency")
record IdempotencyProperties(
        @DefaultValue("60s") Duration lease, @DefaultValue("7d") Duration keep) {

    IdempotencyProperties {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("nexnum.idempotency.lease must be positive");
        }
        if (keep.compareTo(lease) < 0) {
            throw new IllegalArgumentException(
                    "nexnum.idempotency.keep must not be shorter than the lease");
        }
    }
}

package com.nexnum.platform.eventstore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How event processors run in this process.
 *
 * @param segments how many ways a new processor's work is split; also over processes
 * @param threads worker threads of each processor
 * @param batchSize events in one transaction at most
 * @param tokenClaimInterval how often a process looks for segments that nobody works on
 * @param claimTimeout after which another process may take what a killed one worked on
 */
@ConfigurationProperties("nexnum.processors")
record ProcessorProperties(
        @DefaultValue("2") int segments,
        @DefaultValue("2") int threads,
        @DefaultValue("100") int batchSize,
        @DefaultValue("2s") Duration tokenClaimInterval,
        @DefaultValue("6s") Duration claimTimeout) {

    ProcessorProperties {
        require(segments > 0 && segments <= 64, "nexnum.processors.segments must be 1 to 64");
        require(threads > 0 && threads <= 64, "nexnum.processors.threads must be 1 to 64");
        require(
                batchSize > 0 && batchSize <= 10_000,
                "nexnum.processors.batch-size must be 1 to 10000");
        require(
                tokenClaimInterval.isPositive(),
                "nexnum.processors.token-claim-interval must be positive");
        require(
                claimTimeout.compareTo(Duration.ofSeconds(2)) >= 0,
                "nexnum.processors.claim-timeout must be 2s or more");
    }

    /** A claim is renewed four times before it would end. */
    Duration claimExtension() {
        return claimTimeout.dividedBy(4);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

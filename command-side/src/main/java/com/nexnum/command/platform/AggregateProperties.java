package com.nexnum.command.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How aggregates are kept at hand.
 *
 * @param cached aggregates in memory at most
 * @param snapshotEvery events between two snapshots
 */
@ConfigurationProperties("nexnum.aggregates")
record AggregateProperties(
        @DefaultValue("20000") int cached, @DefaultValue("250") int snapshotEvery) {

    AggregateProperties {
        if (cached < 1) {
            throw new IllegalArgumentException("nexnum.aggregates.cached must be 1 or more");
        }
        if (snapshotEvery < 1) {
            throw new IllegalArgumentException(
                    "nexnum.aggregates.snapshot-every must be 1 or more");
        }
    }
}

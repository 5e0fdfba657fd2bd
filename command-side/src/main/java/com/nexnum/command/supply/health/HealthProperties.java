package com.nexnum.command.supply.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep for how long the minutes of each provider can be looked at
 */
@ConfigurationProperties("nexnum.supply.health")
record HealthProperties(@DefaultValue("14d") Duration keep) {

    HealthProperties {
        if (keep.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("nexnum.supply.health.keep must be an hour or more");
        }
    }
}

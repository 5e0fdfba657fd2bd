package com.nexnum.command.adjustment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param expireAfter how long a proposal may wait for the second administrator
 */
@ConfigurationProperties("nexnum.adjustments")
record AdjustmentProperties(@DefaultValue("72h") Duration expireAfter) {

    AdjustmentProperties {
        if (expireAfter.compareTo(Duration.ofMinutes(1)) < 0
                || expireAfter.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(
                    "nexnum.adjustments.expire-after must be one minute to 365 days");
        }
    }
}

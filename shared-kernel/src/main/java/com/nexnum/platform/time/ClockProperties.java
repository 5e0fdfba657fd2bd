package com.nexnum.platform.time;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far this process's clock may be from the database's.
 *
 * @param warnAbove from here on the start says so
 * @param refuseAbove from here on it does not start
 */
@ConfigurationProperties("nexnum.clock")
record ClockProperties(
        @DefaultValue("2s") Duration warnAbove, @DefaultValue("60s") Duration refuseAbove) {

    ClockProperties {
        if (!warnAbove.isPositive()) {
            throw new IllegalArgumentException("nexnum.clock.warn-above must be positive");
        }
        if (refuseAbove.compareTo(warnAbove) < 0) {
            throw new IllegalArgumentException(
                    "nexnum.clock.refuse-above must not be less than nexnum.clock.warn-above");
        }
    }
}

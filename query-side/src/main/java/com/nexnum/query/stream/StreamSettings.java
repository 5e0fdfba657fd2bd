package com.nexnum.query.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.stream.*}.
 *
 * @param heartbeat after this much silence a comment is sent, so that nobody on the way hangs up
 * @param lookAgain how long a stream waits at most before it looks for news that another process
 *     projected
 * @param perCustomer how many streams one customer may hold open in one process
 */
@ConfigurationProperties("nexnum.stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration lookAgain,
        @DefaultValue("10") int perCustomer) {

    StreamSettings {
        if (!heartbeat.isPositive()) {
            throw new IllegalArgumentException("nexnum.stream.heartbeat must be positive");
        }
        if (!lookAgain.isPositive()) {
            throw new IllegalArgumentException("nexnum.stream.look-again must be positive");
        }
        if (perCustomer < 1) {
            throw new IllegalArgumentException("nexnum.stream.per-customer must be 1 or more");
        }
    }

    /** How long a stream may rest without missing a heartbeat. */
    Duration pause() {
        return heartbeat.compareTo(lookAgain) < 0 ? heartbeat : lookAgain;
    }
}

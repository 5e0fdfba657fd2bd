package com.nexnum.platform.web.drain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.drain.*}.
 *
 * @param notice how long a process that was told to end still takes requests, while it says that it
 *     is not ready; longer than load balancers take to hear of it
 */
@ConfigurationProperties("nexnum.drain")
record DrainProperties(@DefaultValue("0s") Duration notice) {

    DrainProperties {
        if (notice.isNegative() || notice.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("nexnum.drain.notice must be 0s to 1m");
        }
    }
}

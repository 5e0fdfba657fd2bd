package com.nexnum.platform.outbound;

import java.time.Duration;

/**
 * What calls may cost us.
 *
 * @param connections at once; further calls wait within their timeout
 * @param connect to make a connection, its encryption included
 * @param body most bytes of an answer's body
 */
public record OutboundLimits(int connections, Duration connect, int body) {

    public OutboundLimits {
        if (connections < 1 || !connect.isPositive() || body < 1) {
            throw new IllegalArgumentException("A limit is above zero");
        }
    }
}

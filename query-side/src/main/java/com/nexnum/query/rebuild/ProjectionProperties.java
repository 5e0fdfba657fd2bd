package com.nexnum.query.rebuild;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.projections.*}.
 *
 * @param lookEvery how often a process looks after rebuilds that nobody works on, and after tables
 *     that are kept
 * @param keepPrevious how long the rows before a rebuild are kept, to go back to
 * @param confirmWithin how long the token is good that confirms a reset
 * @param slowdown by which factor the slow requests may become slower while a rebuild runs
 */
@ConfigurationProperties("nexnum.projections")
public record ProjectionProperties(
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("24h") Duration keepPrevious,
        @DefaultValue("5m") Duration confirmWithin,
        @DefaultValue("1.5") double slowdown) {

    public ProjectionProperties {
        require(lookEvery.isPositive(), "nexnum.projections.look-every must be positive");
        require(
                !keepPrevious.isNegative(),
                "nexnum.projections.keep-previous must not be negative");
        require(confirmWithin.isPositive(), "nexnum.projections.confirm-within must be positive");
        require(
                slowdown > 1 && slowdown <= 100,
                "nexnum.projections.slowdown must be above 1, and 100 at most");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

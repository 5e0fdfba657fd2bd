package com.nexnum.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares this process's clock with the database's at the start. Processes share due times and
 * expiries through the database: one whose clock is wrong expires what is young, or polls what is
 * over.
 */
@Component
@EnableConfigurationProperties(ClockProperties.class)
class ClockCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final Clock clock;
    private final JdbcClient sql;
    private final ClockProperties bounds;

    ClockCheck(Clock clock, JdbcClient sql, ClockProperties bounds) {
        this.clock = clock;
        this.sql = sql;
        this.bounds = bounds;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var ahead = ahead();
        var off = ahead.abs();
        if (off.compareTo(bounds.refuseAbove()) > 0) {
            throw new IllegalStateException(
                    "nexnum.clock.refuse-above is %s, and %s: set the clock, on both machines by NTP"
                            .formatted(bounds.refuseAbove(), words(ahead)));
        }
        if (off.compareTo(bounds.warnAbove()) > 0) {
            LOG.warn("Clocks differ: {}. Set the clock, on both machines by NTP", words(ahead));
        }
    }

    /** The database answers somewhere between the two readings: the middle is off least. */
    private Duration ahead() {
        var before = clock.instant();
        var theirs =
                sql.sql("select clock_timestamp()")
                        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .single();
        var after = clock.instant();
        return Duration.between(theirs, before.plus(Duration.between(before, after).dividedBy(2)));
    }

    private static String words(Duration ahead) {
        return "this process's clock is %s %s the database's"
                .formatted(ahead.abs(), ahead.isNegative() ? "behind" : "ahead of");
    }
}

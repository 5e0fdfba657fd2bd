package com.nexnum.query.replay;

import com.nexnum.platform.eventstore.Positions;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the position that a replay ends at. */
@Component
public class ReplayTargets {

    private final JdbcClient sql;
    private final Clock clock;
    private final LongSupplier projected;

    @Autowired
    ReplayTargets(JdbcClient sql, Clock clock, Positions positions) {
        this(
                sql,
                clock,
                () -> {
                    var groups = positions.bySegment();
                    return List.of("balance", "ledger").stream()
                            .flatMap(
                                    group -> groups.getOrDefault(group, Map.of()).values().stream())
                            .mapToLong(Long::longValue)
                            .min()
                            .orElse(0);
                });
    }

    /**
     * @param projected up to where the live read models have taken every event
     */
    public ReplayTargets(JdbcClient sql, Clock clock, LongSupplier projected) {
        this.sql = sql;
        this.clock = clock;
        this.projected = projected;
    }

    /**
     * @param upTo an instant, a position, or null for what the live read models have seen
     * @throws ProblemException 400 INVALID_PARAMETER, with the range that can be asked for
     */
    ReplayRequest target(@Nullable String upTo) {
        var range = range();
        if (upTo == null) {
            return new ReplayRequest(null, Math.min(range.last(), projected.getAsLong()), true);
        }
        if (upTo.matches("[0-9]{1,18}")) {
            var position = Long.parseLong(upTo);
            if (position < range.first() || position > range.last()) {
                throw outside(range, "upTo is a position that no event has had");
            }
            return new ReplayRequest(upTo, position, false);
        }
        var at = instant(upTo, range);
        if (at.isAfter(clock.instant()) || at.isBefore(range.from())) {
            throw outside(range, "upTo is before the first event, or in the future");
        }
        return new ReplayRequest(upTo, lastBy(at, range), false);
    }

    /** Positions follow time, but for the moments that clocks of processes are apart. */
    private long lastBy(Instant at, ReplayRequest.Range range) {
        var low = range.first();
        var high = range.last();
        while (low < high) {
            var middle = low + (high - low + 1) / 2;
            var event = atOrBefore(middle);
            if (event.at().isAfter(at)) {
                high = event.position() - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private record Event(long position, Instant at) {}

    private Event atOrBefore(long position) {
        return sql.sql(
                        """
                        select global_index, time_stamp from domain_event_entry
                         where global_index <= ? order by global_index desc limit 1
                        """)
                .param(position)
                .query((row, _) -> new Event(row.getLong(1), Instant.parse(row.getString(2))))
                .single();
    }

    private ReplayRequest.Range range() {
        return sql.sql(
                        """
                        select global_index, (select max(global_index) from domain_event_entry), time_stamp
                          from domain_event_entry order by global_index limit 1
                        """)
                .query((row, _) ->
                        new ReplayRequest.Range(
                                row.getLong(1), row.getLong(2), Instant.parse(row.getString(3))))
                .optional()
                .orElseThrow(() ->
                        Problem.of(409, "NOTHING_HAPPENED", "There is no event to replay.")
                                .raised());
    }

    private Instant instant(String upTo, ReplayRequest.Range range) {
        try {
            return Instant.parse(upTo);
        } catch (DateTimeParseException _) {
            throw outside(range, "upTo is an instant in ISO-8601 UTC, or a position");
        }
    }

    private ProblemException outside(ReplayRequest.Range range, String message) {
        return Problem.of(400, "INVALID_PARAMETER", message)
                .with("parameter", "upTo")
                .with("firstPosition", range.first())
                .with("lastPosition", range.last())
                .with("from", range.from().toString())
                .with("to", clock.instant().toString())
                .raised();
    }
}

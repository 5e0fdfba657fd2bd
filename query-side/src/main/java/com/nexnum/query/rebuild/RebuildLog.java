package com.nexnum.query.rebuild;

import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code rebuild}: what every process may know of the last rebuild of each model. */
@Component
class RebuildLog {

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);
    private static final int LONGEST_FAILURE = 1_000;

    private final JdbcClient sql;
    private final Clock clock;

    RebuildLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void started(String model) {
        sql.sql(
                        """
                        insert into rebuild (model, state, started_at, updated_at) values (:model, 'READING', :now, :now)
                        on conflict (model) do update
                           set state = 'READING', position = 0, target = 0, events = 0, differing = null,
                               started_at = :now, updated_at = :now, ended_at = null, failure = null
                        """)
                .param("model", model)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    /** Notes of a rebuild while it reads, not more often than anybody looks. */
    Progress reading(String model) {
        return new Progress() {
            private Instant next = Instant.EPOCH;

            @Override
            public void target(long position) {
                set(model, "target", position);
            }

            @Override
            public void reached(long position, long events) {
                var now = clock.instant();
                if (!now.isBefore(next)) {
                    next = now.plus(BETWEEN_NOTES);
                    RebuildLog.this.reached(model, position, events);
                }
            }
        };
    }

    void reached(String model, long position, long events) {
        sql.sql(
                        """
                        update rebuild set position = :position, events = :events, updated_at = :now where model = :model
                        """)
                .param("model", model)
                .param("position", position)
                .param("events", events)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    void state(String model, RebuildState state) {
        set(model, "state", state.name());
    }

    void differing(String model, long rows) {
        set(model, "differing", rows);
    }

    void ended(String model, RebuildState state, @Nullable String failure) {
        sql.sql(
                        """
                        update rebuild set state = :state, failure = left(:failure, :longest), ended_at = :now, updated_at = :now
                         where model = :model
                        """)
                .param("model", model)
                .param("state", state.name())
                .param("failure", failure)
                .param("longest", LONGEST_FAILURE)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    Optional<RebuildView> find(String model) {
        return sql.sql("select * from rebuild where model = :model")
                .param("model", model)
                .query((row, _) -> view(row))
                .optional();
    }

    /** Those that did not come to an end. */
    List<String> unended() {
        return sql.sql("select model from rebuild where ended_at is null order by model")
                .query((row, _) -> row.getString("model"))
                .list();
    }

    private void set(String model, String column, Object value) {
        sql.sql(
                        "update rebuild set "
                                + column
                                + " = :value, updated_at = :now where model = :model")
                .param("model", model)
                .param("value", value)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    private static RebuildView view(ResultSet row) throws SQLException {
        return new RebuildView(
                RebuildState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getLong("target"),
                row.getLong("events"),
                row.getObject("differing", Long.class),
                SqlInstant.from(row, "started_at"),
                SqlInstant.from(row, "updated_at"),
                SqlInstant.maybeFrom(row, "ended_at"),
                row.getString("failure"));
    }
}

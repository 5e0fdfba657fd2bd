package com.nexnum.query.rebuild;

import com.nexnum.query.platform.SqlInstant;
import com.nexnum.query.platform.rows.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code rebuild}: what every process may know of the last rebuild of each model. */
@Component
class RebuildLog {

    private static final int LONGEST_FAILURE = 1_000;

    private final JdbcClient sql;
    private final Clock clock;

    RebuildLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes down a rebuild that nothing is done of yet. */
    void started(ReadModel model, @Nullable Long upTo, @Nullable String by) {
        sql.sql(
                        """
                        insert into rebuild (model, state, kind, up_to, version, started_by, started_at, updated_at)
                        values (:model, 'READING', :kind, :upTo, :version, :by, :now, :now)
                        on conflict (model) do update
                           set state = 'READING', kind = excluded.kind, up_to = excluded.up_to, version = excluded.version,
                               started_by = excluded.started_by, wanted = 'RUN', loaded = false, checkpoint = null, taken = 0,
                               worked = 0, share = 1, position = 0, target = 0, events = 0, differing = null,
                               started_at = :now, updated_at = :now, ended_at = null, failure = null
                        """)
                .param("model", model.name())
                .param("kind", upTo == null ? "REBUILD" : "RESET")
                .param("upTo", upTo)
                .param("version", model.version())
                .param("by", by)
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    /** What is to be done of the rebuild that is written down; what another version did is void. */
    Job job(ReadModel model) {
        return sql.sql(
                        """
                        select up_to, version, loaded, checkpoint, taken from rebuild where model = :model
                        """)
                .param("model", model.name())
                .query((row, _) -> {
                    var all =
                            new Job(
                                    model,
                                    row.getObject("up_to", Long.class),
                                    row.getBoolean("loaded"),
                                    row.getObject("checkpoint", Long.class),
                                    row.getLong("taken"));
                    return row.getInt("version") == model.version() ? all : all.fromTheBeginning();
                })
                .single();
    }

    /** Nothing of what was done counts any more. */
    void fromTheBeginning(ReadModel model) {
        sql.sql(
                        """
                        update rebuild set loaded = false, checkpoint = null, taken = 0, position = 0, events = 0, worked = 0
                         where model = :model
                        """)
                .param("model", model.name())
                .update();
    }

    /** Notes what the transaction makes safe, as part of it. */
    static void safe(JdbcClient transaction, CopyWriter.Safe safe) {
        transaction
                .sql(
                        """
                        update rebuild set checkpoint = :position, position = :position, taken = :events, events = :events,
                               loaded = :loaded where model = :model
                        """)
                .param("position", safe.position())
                .param("events", safe.events())
                .param("loaded", safe.all())
                .param("model", safe.model())
                .update();
    }

    /** Notes how far it is, and hears what is wanted. */
    Wish reached(String model, long position, long events, double share, Duration worked) {
        return sql.sql(
                        """
                        update rebuild set position = :position, events = :events, share = :share,
                               worked = worked + :worked, updated_at = :now
                         where model = :model returning wanted
                        """)
                .param("model", model)
                .param("position", position)
                .param("events", events)
                .param("share", share)
                .param("worked", worked.toMillis())
                .param("now", SqlInstant.of(clock.instant()))
                .query((row, _) -> Wish.valueOf(row.getString("wanted")))
                .single();
    }

    void target(String model, long position) {
        set(model, "target", position);
    }

    /** Notes that it works on, from where it paused or died. */
    void takenUp(ReadModel model) {
        sql.sql(
                        """
                        update rebuild set state = 'READING', version = :version, updated_at = :now where model = :model
                        """)
                .param("version", model.version())
                .param("model", model.name())
                .param("now", SqlInstant.of(clock.instant()))
                .update();
    }

    /** Notes the step that begins, and hears what is wanted. */
    Wish state(String model, RebuildState state) {
        set(model, "state", state.name());
        return wanted(model);
    }

    void paused(String model) {
        set(model, "state", RebuildState.PAUSED.name());
    }

    void differing(String model, long rows) {
        set(model, "differing", rows);
    }

    /** Says what is wanted; empty when there is nothing that could still do it. */
    boolean want(String model, Wish wish) {
        return sql.sql(
                                "update rebuild set wanted = :wish where model = :model and ended_at is null")
                        .param("wish", wish.name())
                        .param("model", model)
                        .update()
                > 0;
    }

    Wish wanted(String model) {
        return sql.sql("select wanted from rebuild where model = :model")
                .param("model", model)
                .query((row, _) -> Wish.valueOf(row.getString("wanted")))
                .optional()
                .orElse(Wish.RUN);
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

    /** Those that nobody paused and that did not come to an end. */
    List<String> unended() {
        return sql.sql(
                        """
                        select model from rebuild where ended_at is null and not (state = 'PAUSED' and wanted <> 'RUN')
                         order by model
                        """)
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
        var state = RebuildState.valueOf(row.getString("state"));
        var worked = Duration.ofMillis(row.getLong("worked"));
        var position = row.getLong("position");
        return new RebuildView(
                state,
                !state.ended()
                        && state != RebuildState.PAUSED
                        && Wish.valueOf(row.getString("wanted")) != Wish.RUN,
                row.getInt("version"),
                row.getObject("up_to", Long.class),
                position,
                row.getLong("target"),
                row.getLong("events"),
                RebuildView.rate(row.getLong("events"), worked),
                state == RebuildState.READING
                        ? RebuildView.eta(position, row.getLong("target"), worked)
                        : null,
                row.getDouble("share"),
                row.getObject("differing", Long.class),
                row.getString("started_by"),
                SqlInstant.from(row, "started_at"),
                SqlInstant.from(row, "updated_at"),
                SqlInstant.maybeFrom(row, "ended_at"),
                row.getString("failure"));
    }
}

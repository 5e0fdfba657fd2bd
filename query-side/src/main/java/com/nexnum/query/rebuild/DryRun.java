package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a rebuild would be, without doing anything. */
@Component
public class DryRun {

    /** How many positions a trial reads. */
    private static final int TRIAL = 50_000;

    /** Which part of the speed of reading alone the slowest rebuild reached that was measured. */
    private static final double SHARE_OF_READING = 0.3;

    private final Models models;
    private final DataSource database;
    private final JdbcClient sql;
    private final ModelVersions versions;
    private final EventCursor cursor;

    DryRun(
            Models models,
            DataSource database,
            JdbcClient sql,
            ModelVersions versions,
            EventCursor cursor) {
        this.models = models;
        this.database = database;
        this.sql = sql;
        this.versions = versions;
        this.cursor = cursor;
    }

    /** Where an estimate comes from. */
    public enum Basis {
        /** The last rebuild of this model, or of any. */
        REBUILD,
        /** Events were read just now, and nothing was written. */
        TRIAL
    }

    /**
     * @param events how many of the store's events the model takes
     * @param bytes what the live tables take with their indexes; a rebuild needs as much again, for
     *     as long as the previous ones are kept
     * @param eventsPerSecond what the last rebuild of this model reached, or of any; null when
     *     there was none
     * @param seconds how long it would take at that rate
     */
    public record Estimate(
            String name,
            long events,
            long bytes,
            @Nullable Long eventsPerSecond,
            @Nullable Long seconds,
            Basis basis) {}

    /**
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND
     */
    public Estimate of(String name) {
        var model = models.get(name);
        var events = events(model);
        var measured = versions.measured(name);
        var rate = measured.or(() -> trial(model)).map(found -> Math.max(1, Math.round(found)));
        return new Estimate(
                name,
                events,
                bytes(model),
                rate.orElse(null),
                rate.map(perSecond -> Math.ceilDiv(events, perSecond)).orElse(null),
                measured.isPresent() ? Basis.REBUILD : Basis.TRIAL);
    }

    private Optional<Double> trial(ReadModel model) {
        var begin = System.nanoTime();
        var read = new int[1];
        try (var reading = BulkConnection.snapshot(database)) {
            cursor.read(reading.connection(), model, -1, TRIAL, page -> read[0] += page.size());
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return read[0] == 0 ? Optional.empty() : Optional.of(read[0] / seconds * SHARE_OF_READING);
    }

    private long events(ReadModel model) {
        return sql.sql("select count(*) from domain_event_entry where payload_type = any (?)")
                .param(EventDecoder.storedNames(model.events()).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private long bytes(ReadModel model) {
        return model.tables().stream()
                .mapToLong(table ->
                        sql.sql("select pg_total_relation_size(to_regclass(?))")
                                .param(table.name())
                                .query(Long.class)
                                .single())
                .sum();
    }
}

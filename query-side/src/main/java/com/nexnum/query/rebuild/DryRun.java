package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a rebuild would be, without doing anything. */
@Component
public class DryRun {

    private final Models models;
    private final JdbcClient sql;
    private final ModelVersions versions;

    DryRun(Models models, JdbcClient sql, ModelVersions versions) {
        this.models = models;
        this.sql = sql;
        this.versions = versions;
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
            @Nullable Long seconds) {}

    /**
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND
     */
    public Estimate of(String name) {
        var model = models.get(name);
        var events = events(model);
        var rate = versions.measured(name).map(measured -> Math.max(1, Math.round(measured)));
        return new Estimate(
                name,
                events,
                bytes(model),
                rate.orElse(null),
                rate.map(perSecond -> Math.ceilDiv(events, perSecond)).orElse(null));
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

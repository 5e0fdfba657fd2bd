package com.nexnum.query.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far events are sealed and what the last verification found, as metrics. */
@Component
class ProofFigures {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final JdbcClient sql;
    private final MeterRegistry registry;
    private @Nullable Reading last;

    ProofFigures(JdbcClient sql, MeterRegistry registry) {
        this.sql = sql;
        this.registry = registry;
    }

    private record Figures(long sealed, long lag, long breaks) {}

    private record Reading(long atNanos, Figures figures) {}

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        gauge("nexnum.proof.sealed.position", Figures::sealed, "The last position in a block");
        gauge(
                "nexnum.proof.lag",
                Figures::lag,
                "Positions of the event store after the last block");
        gauge("nexnum.proof.breaks", Figures::breaks, "What the last whole verification found");
    }

    private void gauge(String name, ToLongFunction<Figures> figure, String description) {
        Gauge.builder(name, this, all -> figure.applyAsLong(all.figures()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private synchronized Figures figures() {
        var known = last;
        if (known == null || System.nanoTime() - known.atNanos() > FRESH_NANOS) {
            known = new Reading(System.nanoTime(), read());
            last = known;
        }
        return known.figures();
    }

    private Figures read() {
        return sql.sql(
                        """
                        select sealed, greatest(0, head - sealed) as lag, breaks
                          from (select coalesce((select max(last_position) from proof_block), 0) as sealed,
                                       coalesce((select max(global_index) from domain_event_entry), 0) as head,
                                       coalesce((select (result ->> 'breaks')::bigint from audit_job
                                                  where kind = 'VERIFICATION' and status = 'DONE'
                                                  order by ended_at desc limit 1), 0) as breaks) now
                        """)
                .query((row, _) -> new Figures(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}

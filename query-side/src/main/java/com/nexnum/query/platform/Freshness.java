package com.nexnum.query.platform;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets people read their own writes: a read waits, for a moment at most, until the read model has
 * seen the last event of the aggregate that it asks for.
 */
@Component
public class Freshness {

    /** The sequence of a read model that knows nothing of an aggregate yet. */
    public static final long NOTHING = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final JdbcClient sql;
    private final Changes changes;
    private final Duration patience;

    @Autowired
    public Freshness(JdbcClient sql, Changes changes) {
        this(sql, changes, PATIENCE);
    }

    Freshness(JdbcClient sql, Changes changes, Duration patience) {
        this.sql = sql;
        this.changes = changes;
        this.patience = patience;
    }

    /** Where the projection of a view announces what it did for one aggregate. */
    public static String topic(String view, String aggregateId) {
        return view + ":" + aggregateId;
    }

    /**
     * Waits until the view has caught up with what is stored now, or patience ends.
     *
     * @param applied the last sequence that the view has seen, {@link #NOTHING} when none
     * @return whether it caught up
     */
    public boolean await(String view, String aggregateId, LongSupplier applied) {
        var head = head(aggregateId);
        if (applied.getAsLong() >= head) {
            return true;
        }
        var end = System.nanoTime() + patience.toNanos();
        try (var watch = changes.watch(topic(view, aggregateId))) {
            while (applied.getAsLong() < head) {
                var left = Duration.ofNanos(end - System.nanoTime());
                if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                watch.await(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            }
            return true;
        }
    }

    private long head(String aggregateId) {
        return sql.sql(
                        """
                        select coalesce(max(sequence_number), -1) from domain_event_entry
                         where aggregate_identifier = :aggregate
                        """)
                .param("aggregate", aggregateId)
                .query(Long.class)
                .single();
    }
}

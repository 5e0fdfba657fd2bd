package com.nexnum.query.rebuild;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many positions each processor passes a second, over all processes, in the last minute. */
@Component
public class Throughput {

    private static final int SAMPLES = 12;
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final JdbcClient sql;
    private final Deque<Sample> samples = new ArrayDeque<>();

    Throughput(JdbcClient sql) {
        this.sql = sql;
    }

    private record Sample(long atNanos, Map<String, Long> positions) {}

    /** To be called every few seconds. */
    synchronized void sample() {
        var now = System.nanoTime();
        if (samples.isEmpty() || now - samples.getLast().atNanos() >= FRESH_NANOS) {
            samples.addLast(new Sample(now, positions()));
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
        }
    }

    /** Null before it is known. */
    public synchronized @Nullable Long of(String processor) {
        sample();
        var first = samples.getFirst();
        var last = samples.getLast();
        var from = first.positions().get(processor);
        var to = last.positions().get(processor);
        return samples.size() < 2 || from == null || to == null
                ? null
                : Math.max(0, to - from) * 1_000_000_000 / (last.atNanos() - first.atNanos());
    }

    private Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        sql.sql(
                        """
                        select processor_name, min(case when token_type like '%GapAwareTrackingToken'
                                                        then (convert_from(token, 'UTF8')::json ->> 'index')::bigint end)
                          from token_entry group by 1
                        """)
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        return positions;
    }
}

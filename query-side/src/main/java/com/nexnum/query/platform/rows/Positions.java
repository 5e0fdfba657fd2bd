package com.nexnum.query.platform.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where events stand in the store, asked for together when the first is needed: the tracking token
 * of an event that came late, out of a gap, has the position of a later one.
 */
final class Positions {

    private final JdbcClient sql;
    private final Set<String> expected = new LinkedHashSet<>();
    private final Map<String, Long> known = new HashMap<>();

    Positions(JdbcClient sql) {
        this.sql = sql;
    }

    void expect(Collection<String> eventIds) {
        expected.addAll(eventIds);
    }

    long of(String eventId) {
        if (!known.containsKey(eventId)) {
            expected.add(eventId);
            sql.sql(
                            """
                            select event_identifier, global_index from domain_event_entry
                             where event_identifier = any(?)
                            """)
                    .param(expected.toArray(String[]::new))
                    .query(row -> {
                        known.put(row.getString(1), row.getLong(2));
                    });
            expected.clear();
        }
        var position = known.get(eventId);
        if (position == null) {
            throw new IllegalStateException("Event " + eventId + " is not stored");
        }
        return position;
    }
}

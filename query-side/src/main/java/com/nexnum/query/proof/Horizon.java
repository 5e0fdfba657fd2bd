package com.nexnum.query.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Below which position a gap stays one. Positions are given before a commit, so a lower one may
 * become visible late. Whoever was given one held the store's lock for writing by then: once
 * everybody is gone who held it after a higher position was seen, nobody can fill what is empty.
 * Numbers of transactions do not tell this, since one gets its position before its number.
 */
final class Horizon {

    private static final String WRITERS =
            """
            select virtualtransaction from pg_locks
             where locktype = 'relation' and relation = 'domain_event_entry'::regclass and granted
               and database = (select oid from pg_database where datname = current_database())
               and mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
            """;

    private final JdbcClient sql;
    private final Set<String> writers = new HashSet<>();
    private long settled;
    private long seen;

    Horizon(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gaps up to this position stay empty; it moves on as this is asked again. */
    long settled() {
        if (!writers.isEmpty()) {
            writers.retainAll(current());
        }
        if (writers.isEmpty()) {
            settled = seen;
            seen = head();
            writers.addAll(current());
            if (writers.isEmpty()) {
                settled = seen;
            }
        }
        return settled;
    }

    private long head() {
        return sql.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    private List<String> current() {
        return sql.sql(WRITERS).query((row, _) -> row.getString(1)).list();
    }
}

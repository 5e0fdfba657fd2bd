package com.nexnum.command.platform.lanes;

import org.axonframework.common.caching.Cache;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a command was decided on the newest state: an aggregate that is cached in this process
 * may have been moved on by another one.
 */
class Freshness {

    private final JdbcClient sql;
    private final Cache cache;

    Freshness(JdbcClient sql, Cache cache) {
        this.sql = sql;
        this.cache = cache;
    }

    boolean isStale(String aggregateId, long decidedAt) {
        long head =
                sql.sql(
                                """
                                select coalesce(max(sequence_number), -1) from domain_event_entry
                                 where aggregate_identifier = :id
                                """)
                        .param("id", aggregateId)
                        .query(Long.class)
                        .single();
        return head > decidedAt;
    }

    void forget(String aggregateId) {
        cache.remove(aggregateId);
    }
}

package com.nexnum.query.rebuild;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The positions of a model's processor, over all processes. */
@Component
class Tokens {

    private static final String GAP_AWARE = "org.axonframework.eventhandling.GapAwareTrackingToken";

    private final JdbcClient sql;

    Tokens(JdbcClient sql) {
        this.sql = sql;
    }

    /** Up to where all segments have come for sure; -1 when one has not begun, or there is none. */
    long lowest(String processor) {
        return sql.sql(
                        """
                        select coalesce(min(case when token_type = :gapAware
                                                 then (convert_from(token, 'UTF8')::json ->> 'index')::bigint else -1 end), -1)
                          from token_entry where processor_name = :name
                        """)
                .param("gapAware", GAP_AWARE)
                .param("name", processor)
                .query(Long.class)
                .single();
    }

    /**
     * Lets every segment go on behind the position. Whoever works on one notices when it stores its
     * own, loses its claim, and takes the segment up again from here. Positions that are missing
     * shortly before may still be filled late.
     */
    void set(String processor, long position, long latePositions) {
        sql.sql(
                        """
                        with missing as (
                            select coalesce(json_agg(n order by n), '[]') as gaps
                              from generate_series(greatest(1, :position::bigint - :late::bigint), :position::bigint) n
                             where not exists (select from domain_event_entry where global_index = n))
                        update token_entry
                           set token_type = case when :position < 1 then null else :gapAware end,
                               token = case when :position < 1 then null else convert_to(
                                   json_build_object('index', :position::bigint, 'gaps', missing.gaps)::text, 'UTF8') end
                          from missing where processor_name = :name
                        """)
                .param("position", position)
                .param("late", latePositions)
                .param("gapAware", GAP_AWARE)
                .param("name", processor)
                .update();
    }
}

package com.nexnum.query.ledger.asof;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps checkpoints close behind the journal; of all processes one at a time. */
@Component
@EnableScheduling
class KeepLedgerCheckpoints {

    private static final Logger LOG = LoggerFactory.getLogger(KeepLedgerCheckpoints.class);

    private static final int ROUNDS = 20;

    private final LedgerCheckpoints checkpoints;
    private final JdbcClient sql;

    KeepLedgerCheckpoints(LedgerCheckpoints checkpoints, JdbcClient sql) {
        this.checkpoints = checkpoints;
        this.sql = sql;
    }

    /** After a rebuild many are missing: a few rounds, and the rest later. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void write() {
        try {
            var horizon = horizon();
            for (var round = 0; horizon != null && round < ROUNDS; round++) {
                if (checkpoints.write(horizon) == 0) {
                    return;
                }
            }
        } catch (DataAccessException e) {
            LOG.info("Checkpoints of the ledger come later: {}", e.toString());
        }
    }

    /**
     * Up to where every segment of the projection has come; null while one of them replays. A
     * posting may still come below it, out of a gap or a dead letter: then a checkpoint goes again.
     */
    private @Nullable Long horizon() {
        return sql.sql(
                        """
                        select case when count(*) = 0 or bool_and(token_type like '%GapAwareTrackingToken')
                               then coalesce(min((convert_from(token, 'UTF8')::json ->> 'index')::bigint), 0) end
                          from token_entry
                         where processor_name = 'ledger'
                        """)
                .query((row, _) -> row.getObject(1, Long.class))
                .optional()
                .orElse(null);
    }
}

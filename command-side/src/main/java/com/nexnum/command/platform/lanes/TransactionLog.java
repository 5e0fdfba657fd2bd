package com.nexnum.command.platform.lanes;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's own memory of what became of a transaction ({@code pg_xact_status}, PostgreSQL
 * documentation 9.27.10). It survives a crash of the server, which aborts what was not committed.
 */
class TransactionLog {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionLog.class);
    private static final int ASKED_AT_MOST = 60;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final JdbcClient sql;

    TransactionLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** The number of the running transaction. */
    String current() {
        return sql.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    /**
     * Whether the transaction was committed; empty-handed (null) when the database could not be
     * asked for a while.
     */
    @Nullable Boolean committed(String number) {
        for (int asked = 0; asked < ASKED_AT_MOST; asked++) {
            try {
                var status =
                        sql.sql("select coalesce(pg_xact_status(:number::xid8), 'forgotten')")
                                .param("number", number)
                                .query(String.class)
                                .single();
                if (!Objects.equals(status, "in progress")) {
                    return Objects.equals(status, "committed");
                }
            } catch (RuntimeException e) {
                LOG.debug("The database cannot say yet what became of {}", number, e);
            }
            if (!paused()) {
                return null;
            }
        }
        return null;
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

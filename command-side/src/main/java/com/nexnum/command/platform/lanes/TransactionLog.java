package com.nexnum.command.platform.lanes;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's own memory of what became of a transaction ({@code pg_xact_status}, PostgreSQL
 * documentation 9.27.10). It survives a crash of the server, which aborts what was not committed.
 */
class TransactionLog {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionLog.class);

    /** PostgreSQL's {@code invalid_parameter_value}: no such number was given out yet. */
    private static final String IN_THE_FUTURE = "22023";

    private final JdbcClient sql;
    private final int askedAtMost;
    private final Duration between;

    TransactionLog(JdbcClient sql) {
        this(sql, 60, Duration.ofMillis(250));
    }

    TransactionLog(JdbcClient sql, int askedAtMost, Duration between) {
        this.sql = sql;
        this.askedAtMost = askedAtMost;
        this.between = between;
    }

    /** The number of the running transaction; null when it has written nothing yet. */
    @Nullable String current() {
        return sql.sql("select coalesce(pg_current_xact_id_if_assigned()::text, '')")
                .query(String.class)
                .optional()
                .filter(number -> !number.isEmpty())
                .orElse(null);
    }

    /**
     * What became of a transaction, asked for a while. That it has ended is read from its number;
     * how, from an event that it stored: after a crash PostgreSQL may give a number that it lost to
     * another transaction.
     *
     * @param event the identifier of an event that it stored, or null when it stored none
     */
    Fate fate(String number, @Nullable String event) {
        for (int asked = 0; asked < askedAtMost; asked++) {
            try {
                var status = status(number);
                if (!status.equals("in progress")) {
                    boolean stands = event == null ? status.equals("committed") : isStored(event);
                    return stands ? Fate.COMMITTED : Fate.UNDONE;
                }
            } catch (RuntimeException e) {
                LOG.debug("The database cannot say yet what became of {}", number, e);
            }
            if (!paused()) {
                return Fate.UNKNOWN;
            }
        }
        return Fate.UNKNOWN;
    }

    private String status(String number) {
        try {
            return sql.sql("select coalesce(pg_xact_status(:number::xid8), 'forgotten')")
                    .param("number", number)
                    .query(String.class)
                    .single();
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException refused
                    && IN_THE_FUTURE.equals(refused.getSQLState())) {
                return "lost in a crash";
            }
            throw e;
        }
    }

    private boolean isStored(String event) {
        return sql.sql(
                        """
                        select exists (select from domain_event_entry
                         where event_identifier = :event)
                        """)
                .param("event", event)
                .query(Boolean.class)
                .single();
    }

    private boolean paused() {
        try {
            Thread.sleep(between);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

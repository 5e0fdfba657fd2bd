package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One rebuild of a read model at a time, over all processes; gone with the process that holds it.
 */
@Component
class RebuildLock {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildLock.class);
    private static final int SPACE = 0x4e58;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final DataSource database;
    private final JdbcClient sql;

    RebuildLock(DataSource database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    /** The right to change tables of one model. */
    static final class Held implements AutoCloseable {

        private final BulkConnection connection;

        private Held(BulkConnection connection) {
            this.connection = connection;
        }

        /** Does the work, and lets go when it fails. */
        void orRelease(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("The lock of a rebuild went with its connection", e);
            }
        }
    }

    /**
     * Waits a little, since kept tables are followed under the same lock.
     *
     * @throws com.nexnum.platform.web.ProblemException 409 REBUILD_RUNNING while it is held, here
     *     or elsewhere
     */
    Held hold(String model) {
        return patiently(model)
                .orElseThrow(() ->
                        Problem.of(
                                        409,
                                        "REBUILD_RUNNING",
                                        "This projection is being rebuilt already; see how far it is")
                                .with("projection", model)
                                .raised());
    }

    private Optional<Held> patiently(String model) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var held = tryHold(model);
        while (held.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            held = tryHold(model);
        }
        return held;
    }

    /** Empty while it is held, here or elsewhere. */
    Optional<Held> tryHold(String model) {
        try {
            var held = BulkConnection.writing(database);
            try (var statement =
                    held.connection()
                            .prepareStatement("select pg_try_advisory_xact_lock(?, hashtext(?))")) {
                statement.setInt(1, SPACE);
                statement.setString(2, model);
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return Optional.of(new Held(held));
                    }
                }
            } catch (SQLException e) {
                held.close();
                throw e;
            }
            held.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of " + model + " cannot be asked for", e);
        }
    }

    boolean held(String model) {
        return sql.sql(
                        """
                        select exists (select from pg_locks
                         where locktype = 'advisory' and granted and classid = :space
                           and database = (select oid from pg_database where datname = current_database())
                           and objid::bigint = hashtext(:model)::bigint & 4294967295)
                        """)
                .param("space", SPACE)
                .param("model", model)
                .query(Boolean.class)
                .single();
    }
}

package com.nexnum.query.platform.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works on what, over all processes: an advisory lock, which goes with its process. */
final class JobLocks {

    private static final int SPACE = 0x4e4a;

    private final DataSource database;
    private final JdbcClient sql;

    JobLocks(DataSource database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    /** A connection that does nothing but hold locks, in a transaction without limits. */
    record Held(Connection connection) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            try (connection) {
                connection.rollback();
            }
        }
    }

    /** Empty when somebody has one of the names. */
    Optional<Held> tryHold(String... names) throws SQLException {
        var held = new Held(database.getConnection());
        try {
            held.connection().setAutoCommit(false);
            held.connection().setNetworkTimeout(Runnable::run, 0);
            try (var limits = held.connection().createStatement()) {
                limits.execute("set local idle_in_transaction_session_timeout = 0");
            }
            for (var name : names) {
                if (!tryLock(held.connection(), name)) {
                    held.close();
                    return Optional.empty();
                }
            }
            return Optional.of(held);
        } catch (SQLException e) {
            held.close();
            throw e;
        }
    }

    private static boolean tryLock(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("select pg_try_advisory_xact_lock(?, hashtext(?))")) {
            statement.setInt(1, SPACE);
            statement.setString(2, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    boolean isHeld(String name) {
        return sql.sql(
                        """
                        select exists (select from pg_locks
                         where locktype = 'advisory' and granted and classid = :space
                           and database = (select oid from pg_database where datname = current_database())
                           and objid::bigint = hashtext(:name)::bigint & 4294967295)
                        """)
                .param("space", SPACE)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}

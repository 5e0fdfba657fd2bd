package com.nexnum.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection of the pool in one long transaction, without the limits that requests have. What was
 * not committed is undone when it goes back.
 */
record BulkConnection(Connection connection) implements AutoCloseable {

    /** Safe to lose: what a rebuild wrote counts only once all of it is there. */
    private static final String NO_LIMITS =
            """
            set local statement_timeout = 0;
            set local idle_in_transaction_session_timeout = 0;
            set local synchronous_commit = off;
            set local maintenance_work_mem = '256MB';
            """;

    /** Sees the database as it is now, until closed. */
    static BulkConnection snapshot(DataSource database) throws SQLException {
        return open(database, Connection.TRANSACTION_REPEATABLE_READ);
    }

    static BulkConnection writing(DataSource database) throws SQLException {
        return open(database, Connection.TRANSACTION_READ_COMMITTED);
    }

    private static BulkConnection open(DataSource database, int isolation) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, 0);
            withoutLimits(connection);
            return new BulkConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For the transaction that begins now. */
    static void withoutLimits(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(NO_LIMITS);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}

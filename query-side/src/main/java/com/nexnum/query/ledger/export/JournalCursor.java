package com.nexnum.query.ledger.export;

import com.nexnum.query.ledger.export.ExportedEntry.Line;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Reads a period of the journal as it was at one moment, a few thousand rows at a time: entries by
 * one cursor, their postings by another one beside it.
 */
final class JournalCursor implements AutoCloseable {

    private static final int ROWS = 2_000;

    /** A reader who is slower than that for some thousand rows is given up. */
    private static final String PATIENCE =
            "set local statement_timeout = '5min'; set local idle_in_transaction_session_timeout = '2min'";

    private static final String TOUCHING =
            """
             and position in (select position from ledger_posting
                               where position > ? and position <= ?
                                 and (account = ? or (account > ? || ':' and account < ? || ';')))
            """;

    private final Connection connection;
    private final ExportPeriod period;
    private final @Nullable String account;

    @FunctionalInterface
    interface Entries {
        void take(ExportedEntry entry) throws IOException;
    }

    @FunctionalInterface
    interface Names {
        void take(String name) throws IOException;
    }

    private JournalCursor(Connection connection, ExportPeriod period, @Nullable String account) {
        this.connection = connection;
        this.period = period;
        this.account = account;
    }

    /**
     * @param account only entries that touch it or what is below it; null for all
     */
    static JournalCursor open(DataSource database, ExportPeriod period, @Nullable String account)
            throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(PATIENCE);
            }
            return new JournalCursor(connection, period, account);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Every account of the period, once. */
    void accounts(Names names) throws SQLException, IOException {
        try (var statement = prepared("select distinct account from ledger_posting", "");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                names.take(rows.getString(1));
            }
        }
    }

    /** Every entry of the period, in the order of the journal. */
    void entries(Entries taker) throws SQLException, IOException {
        try (var entries =
                        prepared(
                                """
                                select position, entry_id, occurred_at, type, wallet_id, sequence, operation_id, hold_id,
                                       reason, approved_by from ledger_entry\
                                """,
                                " order by position");
                var postings =
                        prepared(
                                "select position, line, account, amount, currency from ledger_posting",
                                " order by position, line");
                var entry = entries.executeQuery();
                var posting = postings.executeQuery()) {
            var more = posting.next();
            while (entry.next()) {
                var number = entry.getLong(1);
                var lines = new ArrayList<Line>(3);
                while (more && posting.getLong(1) == number) {
                    lines.add(
                            Line.of(
                                    posting.getInt(2),
                                    posting.getString(3),
                                    posting.getLong(4),
                                    posting.getString(5)));
                    more = posting.next();
                }
                taker.take(entry(entry, number, lines));
            }
        }
    }

    private static ExportedEntry entry(ResultSet row, long number, List<Line> lines)
            throws SQLException {
        var hold = row.getString(8);
        return new ExportedEntry(
                number,
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                hold == null ? null : "ord_" + hold.substring("hold_".length()),
                row.getString(9),
                row.getString(10),
                lines);
    }

    private PreparedStatement prepared(String select, String order) throws SQLException {
        var statement =
                connection.prepareStatement(
                        select
                                + " where position > ? and position <= ?"
                                + (account == null ? "" : TOUCHING)
                                + order);
        // The driver's default asks for text until a statement ran a few times.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(ROWS);
        statement.setLong(1, period.after());
        statement.setLong(2, period.upTo());
        if (account != null) {
            statement.setLong(3, period.after());
            statement.setLong(4, period.upTo());
            for (var parameter = 5; parameter <= 7; parameter++) {
                statement.setString(parameter, account);
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}

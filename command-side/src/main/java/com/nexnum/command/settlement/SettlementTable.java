package com.nexnum.command.settlement;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements as they were imported; nothing changes one. */
@Component
class SettlementTable {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient sql;

    SettlementTable(JdbcClient sql) {
        this.sql = sql;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by the database's side only.
    record Imported(
            String gateway,
            String statement,
            byte[] digest,
            int lines,
            CustomerId by,
            Instant at) {}

    /** A line that an earlier statement has. */
    record Taken(String id, String reference) {}

    /** Nobody else imports for this gateway until the transaction ends. */
    void lock(String gateway) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:name, 242))")
                .param("name", "settlement " + gateway)
                .query((_, _) -> gateway)
                .single();
    }

    Optional<Imported> find(String gateway, String statement) {
        return sql.sql(
                        """
                        select * from settlement_statement
                         where gateway = :gateway and statement = :statement
                        """)
                .param("gateway", gateway)
                .param("statement", statement)
                .query(SettlementTable::imported)
                .optional();
    }

    /** The newest first. */
    List<Imported> list(PageQuery query) {
        var cursor = query.cursor();
        return sql.sql(
                        """
                        select * from settlement_statement
                         where (imported_at, gateway, statement) < (:at, :gateway, :statement)
                         order by imported_at desc, gateway desc, statement desc limit :rows
                        """)
                .param("at", Timestamp.from(cursor == null ? END_OF_TIME : cursor.instant(0)))
                .param("gateway", cursor == null ? "" : cursor.text(1))
                .param("statement", cursor == null ? "" : cursor.text(2))
                .param("rows", query.fetch())
                .query(SettlementTable::imported)
                .list();
    }

    List<Taken> taken(String gateway, List<StatementLine> lines) {
        return sql.sql(
                        """
                        select line_id, reference from settlement_line
                         where gateway = ? and (line_id = any (?) or reference = any (?))
                        """)
                .params(
                        gateway,
                        texts(lines, StatementLine::id),
                        texts(lines, StatementLine::reference))
                .query((row, _) -> new Taken(row.getString(1), row.getString(2)))
                .list();
    }

    void add(Imported imported, List<StatementLine> lines) {
        sql.sql("insert into settlement_statement values (?, ?, ?, ?, ?, ?)")
                .params(
                        imported.gateway(),
                        imported.statement(),
                        imported.digest(),
                        imported.lines(),
                        imported.by().value(),
                        Timestamp.from(imported.at()))
                .update();
        sql.sql(
                        """
                        insert into settlement_line
                               (gateway, statement, number, line_id, reference, currency, amount, settled_on)
                        select ?, ?, * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::date[])
                        """)
                .params(
                        imported.gateway(),
                        imported.statement(),
                        texts(lines, line -> Integer.toString(line.number())),
                        texts(lines, StatementLine::id),
                        texts(lines, StatementLine::reference),
                        texts(lines, line -> line.amount().currency().name()),
                        texts(lines, line -> Long.toString(line.amount().micros())),
                        texts(lines, line -> line.date().toString()))
                .update();
    }

    private static String[] texts(
            List<StatementLine> lines, Function<StatementLine, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    private static Imported imported(ResultSet row, int number) throws SQLException {
        return new Imported(
                row.getString("gateway"),
                row.getString("statement"),
                row.getBytes("digest"),
                row.getInt("lines"),
                new CustomerId(row.getString("imported_by")),
                row.getTimestamp("imported_at").toInstant());
    }
}

package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.EntryView.PostingView;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal with its postings, newest first. */
@Component
public class Entries {

    private static final String ENTRIES =
            """
            select e.*,
                   array(select account from ledger_posting p where p.position = e.position order by line) as accounts,
                   array(select amount from ledger_posting p where p.position = e.position order by line) as amounts
              from ledger_entry e
            """;

    private final JdbcClient sql;

    Entries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param account only entries that touch it; null for all
     */
    Page<EntryView> list(@Nullable String account, PageQuery query) {
        var cursor = query.cursor();
        var rows =
                sql.sql(
                                ENTRIES
                                        + """
                                         where e.position < :before
                                           and (:account::text is null or e.position in (
                                                select distinct position from ledger_posting
                                                 where account = :account and position < :before
                                                 order by position desc limit :rows))
                                         order by e.position desc limit :rows
                                        """)
                        .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                        .param("account", account)
                        .param("rows", query.fetch())
                        .query((row, i) -> view(row))
                        .list();
        return Page.of(rows, query, entry -> Cursor.after(entry.position()));
    }

    /**
     * @param entry its id, or its number
     */
    public Optional<EntryView> find(String entry) {
        var wanted =
                entry.matches("[0-9]{1,18}")
                        ? sql.sql(ENTRIES + " where e.position = ?").param(Long.parseLong(entry))
                        : sql.sql(ENTRIES + " where e.entry_id = ?").param(entry);
        return wanted.query((row, _) -> view(row)).optional();
    }

    private static EntryView view(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new EntryView(
                row.getString("entry_id"),
                row.getLong("position"),
                row.getString("wallet_id"),
                row.getLong("sequence"),
                EntryType.valueOf(row.getString("type")),
                new Amount(Money.decimal(row.getLong("amount")), currency),
                SqlInstant.from(row, "occurred_at"),
                row.getString("operation_id"),
                Transactions.reference(row),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("proposed_by"),
                row.getString("approved_by"),
                postings(row, currency));
    }

    private static List<PostingView> postings(ResultSet row, String currency) throws SQLException {
        var accounts = (String[]) row.getArray("accounts").getArray();
        var amounts = (Long[]) row.getArray("amounts").getArray();
        return IntStream.range(0, accounts.length)
                .mapToObj(line ->
                        new PostingView(
                                accounts[line], new Amount(Money.decimal(amounts[line]), currency)))
                .toList();
    }
}

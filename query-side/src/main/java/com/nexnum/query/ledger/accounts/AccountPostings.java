package com.nexnum.query.ledger.accounts;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.AsOf;
import com.nexnum.query.ledger.asof.JournalPoint;
import com.nexnum.query.ledger.asof.JournalPoints;
import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The postings of one account, newest first, each with the balance that it left. */
@Component
class AccountPostings {

    private final JdbcClient sql;
    private final JournalPoints journal;
    private final AccountBalances balances;
    private final AccountTree tree;

    AccountPostings(
            JdbcClient sql, JournalPoints journal, AccountBalances balances, AccountTree tree) {
        this.sql = sql;
        this.journal = journal;
        this.balances = balances;
        this.tree = tree;
    }

    private record Row(
            long position,
            int line,
            String entryId,
            String type,
            Instant at,
            String currency,
            long micros) {}

    /**
     * @param asOf the list begins there
     * @throws com.nexnum.platform.web.ProblemException 404 ACCOUNT_NOT_FOUND also for an inner node
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<AccountPosting> of(Node account, AsOf asOf, PageQuery query) {
        var cursor = query.cursor();
        var from = cursor == null ? journal.at(asOf, "asOf").entry() : cursor.number(0);
        var line = cursor == null ? Integer.MAX_VALUE : cursor.number(1);
        if (!account.isLeaf() || !tree.knows(account)) {
            throw Node.unknown(account.name());
        }
        var rows = rows(account, from, line, query.fetch());
        var page = Page.of(rows, query, row -> Cursor.after(row.position(), row.line()));
        return new Page<>(withBalances(account, page.items()), page.nextCursor());
    }

    private List<Row> rows(Node account, long from, long line, int atMost) {
        return sql.sql(
                        """
                        select p.position, p.line, p.currency, p.amount, e.entry_id, e.type, e.occurred_at
                          from ledger_posting p join ledger_entry e on e.position = p.position
                         where p.account = :account and p.position <= :from
                           and (p.position < :from or p.line < :line)
                         order by p.position desc, p.line desc limit :rows
                        """)
                .param("account", account.name())
                .param("from", from)
                .param("line", line)
                .param("rows", atMost)
                .query((row, _) ->
                        new Row(
                                row.getLong("position"),
                                row.getInt("line"),
                                row.getString("entry_id"),
                                row.getString("type"),
                                SqlInstant.from(row, "occurred_at"),
                                row.getString("currency"),
                                row.getLong("amount")))
                .list();
    }

    private List<AccountPosting> withBalances(Node account, List<Row> rows) {
        var views = new ArrayList<AccountPosting>();
        var after =
                rows.isEmpty() ? Map.<String, Long>of() : balancesAfter(account, rows.getFirst());
        var running = new HashMap<>(after);
        for (var row : rows) {
            var balance = running.getOrDefault(row.currency(), 0L);
            views.add(
                    new AccountPosting(
                            row.entryId(),
                            row.position(),
                            row.line(),
                            row.type(),
                            row.at(),
                            new Amount(Money.decimal(row.micros()), row.currency()),
                            new Amount(Money.decimal(balance), row.currency())));
            running.put(row.currency(), Math.subtractExact(balance, row.micros()));
        }
        return views;
    }

    /** What the entries before it left, and the lines of its own entry down to this one. */
    private Map<String, Long> balancesAfter(Node account, Row newest) {
        var micros = new HashMap<String, Long>();
        for (var sum :
                balances.of(
                        List.of(account.name()), new JournalPoint(newest.position() - 1, null))) {
            micros.put(sum.currency(), sum.micros());
        }
        sql.sql(
                        """
                        select currency, sum(amount)::bigint as amount from ledger_posting
                         where account = :account and position = :position and line <= :line group by currency
                        """)
                .param("account", account.name())
                .param("position", newest.position())
                .param("line", newest.line())
                .query(row -> {
                    micros.merge(row.getString("currency"), row.getLong("amount"), Math::addExact);
                });
        return micros;
    }
}

package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.TrialBalance.AccountTotal;
import com.nexnum.query.ledger.asof.AccountBalances;
import com.nexnum.query.ledger.asof.AccountSum;
import com.nexnum.query.ledger.asof.AsOf;
import com.nexnum.query.ledger.asof.JournalPoints;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds the whole ledger up. */
@Component
class TrialBalances {

    private static final String ACCOUNT_KIND =
            "case when account like 'customer:%' then 'customers:' || split_part(account, ':', 3) else account end";

    private final JdbcClient sql;
    private final JournalPoints journal;
    private final AccountBalances balances;

    TrialBalances(JdbcClient sql, JournalPoints journal, AccountBalances balances) {
        this.sql = sql;
        this.journal = journal;
        this.balances = balances;
    }

    /** At a point of the journal, from its checkpoints. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TrialBalance at(AsOf asOf) {
        var point = journal.at(asOf, "asOf");
        var accounts = balances.ofAll(point);
        var sums =
                accounts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        AccountSum::currency,
                                        TreeMap::new,
                                        Collectors.reducing(
                                                0L, AccountSum::micros, Math::addExact)));
        return new TrialBalance(
                point,
                sums.values().stream().allMatch(sum -> sum == 0),
                balances.entries(point),
                null,
                null,
                sums.entrySet().stream()
                        .map(sum -> new Amount(Money.decimal(sum.getValue()), sum.getKey()))
                        .toList(),
                accounts.stream()
                        .map(sum ->
                                new AccountTotal(
                                        sum.account().replace("customer:*:", "customers:"),
                                        sum.amount()))
                        .toList());
    }

    /** One view of one moment, while the journal goes on. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public TrialBalance now() {
        var sums = sums();
        var lopsided = lopsided();
        var differing = differing();
        var balanced =
                lopsided == 0
                        && differing == 0
                        && sums.stream().allMatch(sum -> sum.amount().equals("0.00"));
        return new TrialBalance(null, balanced, entries(), lopsided, differing, sums, accounts());
    }

    private long entries() {
        return count("select count(*) from ledger_entry");
    }

    private long lopsided() {
        return count(
                """
                select count(*) from (
                    select 1 from ledger_entry left join ledger_posting p using (wallet_id, sequence)
                     group by wallet_id, sequence having coalesce(sum(p.amount), 1) <> 0) lopsided
                """);
    }

    private long differing() {
        return count(
                """
                select count(*) from ledger_wallet w left join (
                       select wallet_id,
                              sum(amount) filter (where account like '%:available') as available,
                              sum(amount) filter (where account like '%:held') as held
                         from ledger_posting where account like 'customer:%' group by wallet_id) p using (wallet_id)
                 where w.available <> coalesce(p.available, 0) or w.held <> coalesce(p.held, 0)
                """);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private List<Amount> sums() {
        return sql.sql(
                        """
                        select currency, sum(amount)::bigint as total
                          from ledger_posting group by currency order by currency
                        """)
                .query((row, i) ->
                        new Amount(Money.decimal(row.getLong("total")), row.getString("currency")))
                .list();
    }

    private List<AccountTotal> accounts() {
        return sql.sql(
                        "select "
                                + ACCOUNT_KIND
                                + """
                                 as kind, currency, sum(amount)::bigint as total
                                  from ledger_posting group by kind, currency order by kind, currency
                                """)
                .query((row, i) ->
                        new AccountTotal(
                                row.getString("kind"),
                                new Amount(
                                        Money.decimal(row.getLong("total")),
                                        row.getString("currency"))))
                .list();
    }
}

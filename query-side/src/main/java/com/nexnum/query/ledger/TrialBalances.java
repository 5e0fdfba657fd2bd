package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.TrialBalance.AccountTotal;
import java.util.List;
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

    TrialBalances(JdbcClient sql) {
        this.sql = sql;
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
        return new TrialBalance(balanced, entries(), lopsided, differing, sums, accounts());
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
                select count(*) from ledger_wallet w
                 where (w.available, w.held) is distinct from (
                       select coalesce(sum(p.amount) filter (where p.account like '%:available'), 0),
                              coalesce(sum(p.amount) filter (where p.account like '%:held'), 0)
                         from ledger_posting p
                        where p.wallet_id = w.wallet_id and p.account like 'customer:%')
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

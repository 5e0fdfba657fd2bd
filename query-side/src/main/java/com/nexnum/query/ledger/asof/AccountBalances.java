package com.nexnum.query.ledger.asof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What accounts held at a point of the journal: their last checkpoint before it and the postings
 * since. The caller's transaction sees one moment of the database, or a checkpoint could go between
 * two questions.
 */
@Component
public class AccountBalances {

    private final JdbcClient sql;

    public AccountBalances(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of each of these accounts that has postings, one sum for each currency. */
    public List<AccountSum> of(Collection<String> accounts, JournalPoint upTo) {
        return sql.sql(
                        """
                        select asked.account, found.currency, sum(found.balance)::bigint as balance,
                               sum(found.postings)::bigint as postings
                          from unnest(:accounts::text[]) as asked (account)
                          cross join lateral (
                               select coalesce((select position from ledger_checkpoint_balance b
                                                 where b.journal = pg_relation_filenode('ledger_posting')::bigint
                                                   and b.account = asked.account and b.position <= :upTo
                                                 order by position desc limit 1), -1) as position) base
                          cross join lateral (
                               select currency, balance, postings from ledger_checkpoint_balance b
                                where b.journal = pg_relation_filenode('ledger_posting')::bigint
                                  and b.account = asked.account and b.position = base.position
                                union all
                               select currency, sum(amount), count(*) from ledger_posting p
                                where p.account = asked.account and p.position > base.position and p.position <= :upTo
                                group by currency) found
                         group by asked.account, found.currency order by asked.account collate "C", found.currency
                        """)
                .param("accounts", accounts.toArray(String[]::new))
                .param("upTo", upTo.entry())
                .query((row, _) -> sum(row))
                .list();
    }

    /** Of every account, those of customers added up, in the order of their names. */
    public List<AccountSum> ofAll(JournalPoint upTo) {
        return sql.sql(
                        """
                        select account, currency, sum(balance)::bigint as balance, sum(postings)::bigint as postings from (
                               select account, currency, balance, postings from ledger_checkpoint_balance
                                where journal = pg_relation_filenode('ledger_posting')::bigint and position = :base
                                  and (account like 'customer:*:%' or account not like 'customer:%')
                                union all
                               select case when account like 'customer:%' then 'customer:*:' || split_part(account, ':', 3)
                                           else account end, currency, sum(amount), count(*)
                                 from ledger_posting where position > :base and position <= :upTo
                                group by 1, 2) found
                         group by account, currency order by account collate "C", currency
                        """)
                .param("base", base(upTo).position())
                .param("upTo", upTo.entry())
                .query((row, _) -> sum(row))
                .list();
    }

    /** How many entries the journal has up to there. */
    public long entries(JournalPoint upTo) {
        var base = base(upTo);
        return base.entries()
                + sql.sql(
                                """
                                select count(*) from ledger_entry where position > :base and position <= :upTo
                                """)
                        .param("base", base.position())
                        .param("upTo", upTo.entry())
                        .query(Long.class)
                        .single();
    }

    private record Base(long position, long entries) {}

    /**
     * Asked for by itself: whoever plans the next question has to know how little is left to add.
     */
    private Base base(JournalPoint upTo) {
        return sql.sql(
                        """
                        select position, entries from ledger_checkpoint
                         where journal = pg_relation_filenode('ledger_posting')::bigint and position <= :upTo
                         order by position desc limit 1
                        """)
                .param("upTo", upTo.entry())
                .query((row, _) -> new Base(row.getLong("position"), row.getLong("entries")))
                .optional()
                .orElse(new Base(-1, 0));
    }

    private static AccountSum sum(ResultSet row) throws SQLException {
        return new AccountSum(
                row.getString("account"),
                row.getString("currency"),
                row.getLong("balance"),
                row.getLong("postings"));
    }
}

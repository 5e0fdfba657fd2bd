package com.nexnum.query.replay;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code replay_difference}: account by account, what was replayed and what is live. */
@Component
public class ReplayDifferences {

    private static final String LEDGER =
            """
            insert into replay_difference (job_id, number, read_model, account, currency, replayed, live)
            select :job, row_number() over (order by account, currency), 'ledger', account, currency, r.amount, l.amount
              from scratch_account r
              full join (select p.account, p.currency, sum(p.amount)::bigint as amount
                           from ledger_posting p where p.position <= :position group by 1, 2) l using (account, currency)
             where r.amount is distinct from l.amount
            """;

    private final JdbcClient sql;

    public ReplayDifferences(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Where the two do not agree.
     *
     * @param readModel {@code ledger}, whose postings were summed, {@code balance} or {@code
     *     ledger_wallet}
     * @param replayed null where no event knows the account
     * @param live null where the read model does not know it
     */
    public record View(
            String readModel, String account, @Nullable Amount replayed, @Nullable Amount live) {}

    private record Row(long number, View view) {}

    /**
     * Finds them, while the scratch tables are filled.
     *
     * @param scratch on the connection that has these
     * @return how many
     */
    static long find(JdbcClient scratch, String job, ReplayRequest request) {
        scratch.sql("set local statement_timeout = 0").update();
        scratch.sql("delete from replay_difference where job_id = ?").param(job).update();
        long found =
                scratch.sql(LEDGER)
                        .param("job", job)
                        .param("position", request.position())
                        .update();
        if (request.live()) {
            for (var table : new String[] {"balance", "ledger_wallet"}) {
                found +=
                        scratch.sql(
                                        """
                                        insert into replay_difference (job_id, number, read_model, account, currency, replayed, live)
                                        select :job, :after + row_number() over (order by account), '%1$s', account, currency, replayed, live
                                          from (select 'customer:' || customer_id || ':' || part as account, currency, replayed, live
                                                  from (select coalesce(r.customer_id, l.customer_id) as customer_id,
                                                               coalesce(r.currency, l.currency) as currency,
                                                               r.available as ra, l.available as la, r.held as rh, l.held as lh
                                                          from scratch_ledger_wallet r full join %1$s l using (wallet_id)
                                                         where case when l.wallet_id is null then true
                                                                    when r.wallet_id is null then not exists (
                                                                         select from domain_event_entry where aggregate_identifier = l.wallet_id)
                                                                    else l.sequence <= r.sequence end) w
                                                 cross join lateral (values ('available', ra, la), ('held', rh, lh)) v (part, replayed, live)) x
                                         where replayed is distinct from live
                                        """
                                                .formatted(table))
                                .param("job", job)
                                .param("after", found)
                                .update();
            }
        }
        return found;
    }

    Page<View> list(String job, PageQuery query) {
        var cursor = query.cursor();
        var rows =
                sql.sql(
                                """
                                select * from replay_difference where job_id = ? and number > ? order by number limit ?
                                """)
                        .params(job, cursor == null ? 0 : cursor.number(0), query.fetch())
                        .query((row, _) -> row(row))
                        .list();
        return Page.of(rows, query, row -> Cursor.after(row.number())).map(Row::view);
    }

    private static Row row(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Row(
                row.getLong("number"),
                new View(
                        row.getString("read_model"),
                        row.getString("account"),
                        amount(row.getObject("replayed", Long.class), currency),
                        amount(row.getObject("live", Long.class), currency)));
    }

    private static @Nullable Amount amount(@Nullable Long micros, String currency) {
        return micros == null ? null : new Amount(Money.decimal(micros), currency);
    }
}

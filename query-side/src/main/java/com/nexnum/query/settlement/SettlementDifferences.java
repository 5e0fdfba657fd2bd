package com.nexnum.query.settlement;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.SqlInstant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two sides say of the same payments, the oldest first. */
@Component
class SettlementDifferences {

    private static final Instant BEGIN = Instant.parse("1970-01-01T00:00:00Z");

    private final JdbcClient sql;

    SettlementDifferences(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param kind only this one; null for everything that does not match
     * @param party only this one; null for all
     */
    Page<DifferenceView> list(
            Comparison comparison,
            @Nullable String kind,
            @Nullable String party,
            Instant now,
            PageQuery query) {
        var cursor = query.cursor();
        var found =
                sql.sql(
                                "select * from ("
                                        + comparison.rows()
                                        + """
                                        ) d where (kind = :kind or :kind::text is null and kind <> 'MATCHED')
                                             and (:party::text is null or party = :party)
                                             and (since, party, reference, kind) > (:since, :afterParty, :reference, :afterKind)
                                        order by since, party, reference, kind limit :rows
                                        """)
                        .param("kind", kind)
                        .param("party", party)
                        .param("since", SqlInstant.of(cursor == null ? BEGIN : cursor.instant(0)))
                        .param("afterParty", cursor == null ? "" : cursor.text(1))
                        .param("reference", cursor == null ? "" : cursor.text(2))
                        .param("afterKind", cursor == null ? "" : cursor.text(3))
                        .param("rows", query.fetch())
                        .query((row, _) -> view(row, now))
                        .list();
        return Page.of(
                found,
                query,
                each -> Cursor.after(each.since(), each.party(), each.reference(), each.kind()));
    }

    /** Everything that there is, matched or not, by kind, party, age and currency. */
    List<SummaryView> summary(Comparison comparison, Instant now) {
        return sql.sql(
                        """
                        select kind, party, our_currency, their_currency, age, count(*) as count,
                               sum(ours) as ours, sum(theirs) as theirs
                          from (select *, case when since > :now - interval '2 days' then '0-1'
                                               when since > :now - interval '8 days' then '2-7'
                                               when since > :now - interval '31 days' then '8-30'
                                               else '31+' end as age
                                  from (
                        """
                                + comparison.rows()
                                + """
                                ) d) aged
                                group by kind, party, our_currency, their_currency, age
                                order by kind, party, our_currency, their_currency, min(since) desc
                                """)
                .param("now", SqlInstant.of(now))
                .query((row, _) ->
                        new SummaryView(
                                row.getString("kind"),
                                row.getString("party"),
                                row.getString("age"),
                                row.getLong("count"),
                                amount(row, "ours", "our_currency"),
                                amount(row, "theirs", "their_currency")))
                .list();
    }

    private static DifferenceView view(ResultSet row, Instant now) throws SQLException {
        var since = SqlInstant.from(row, "since");
        return new DifferenceView(
                row.getString("kind"),
                row.getString("party"),
                row.getString("reference"),
                row.getString("subject"),
                row.getString("customer"),
                amount(row, "ours", "our_currency"),
                amount(row, "theirs", "their_currency"),
                since,
                Math.max(0, Duration.between(since, now).toDays()));
    }

    private static @Nullable Amount amount(ResultSet row, String column, String currency)
            throws SQLException {
        @Nullable BigDecimal micros = row.getBigDecimal(column);
        var unit = row.getString(currency);
        return micros == null || unit == null
                ? null
                : new Amount(Money.decimal(micros.longValueExact()), unit);
    }
}

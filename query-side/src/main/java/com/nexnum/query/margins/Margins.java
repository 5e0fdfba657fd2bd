package com.nexnum.query.margins;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.query.platform.SqlInstant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up what the ledger posted to revenue, and asks the orders what it was for. */
@Component
class Margins {

    private static final Instant BEGIN = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** What margins may be told by. */
    enum By {
        SERVICE("o.service"),
        COUNTRY("o.country"),
        PROVIDER("split_part(p.account, ':', 2)");

        private final String key;

        By(String key) {
            this.key = key;
        }
    }

    private record Line(MarginView view, long micros) {}

    private final JdbcClient sql;

    Margins(JdbcClient sql) {
        this.sql = sql;
    }

    /** One view of one moment, while the journal goes on. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MarginReport of(By by, @Nullable Instant from, @Nullable Instant to) {
        var lines = lines(by, from, to);
        var totals = new TreeMap<String, Long>();
        lines.forEach(line ->
                totals.merge(line.view().margin().currency(), line.micros(), Math::addExact));
        var sums =
                totals.entrySet().stream()
                        .map(sum -> new Amount(Money.decimal(sum.getValue()), sum.getKey()))
                        .toList();
        var revenue = revenue(from, to);
        return new MarginReport(
                from,
                to,
                by.name().toLowerCase(Locale.ROOT),
                lines.stream().map(Line::view).toList(),
                sums,
                revenue,
                sums.equals(revenue));
    }

    /** From the postings to revenue on, so that none of them is left out. */
    private List<Line> lines(By by, @Nullable Instant from, @Nullable Instant to) {
        return sql.sql(
                        "select coalesce("
                                + by.key
                                + """
                                , 'unknown') as key, r.currency,
                                       count(*) filter (where e.type = 'PURCHASE') as sold,
                                       count(*) filter (where e.type = 'REFUND') as refunded,
                                       coalesce(sum(e.amount) filter (where e.type = 'PURCHASE'), 0) as charged,
                                       coalesce(sum(e.amount) filter (where e.type = 'REFUND'), 0) as given_back,
                                       coalesce(sum(p.amount) filter (where e.type = 'PURCHASE'), 0) as cost,
                                       coalesce(-sum(p.amount) filter (where e.type = 'REFUND'), 0) as credited,
                                       sum(r.amount) as margin
                                  from ledger_posting r
                                  join ledger_entry e on e.position = r.position
                                  left join ledger_posting p on p.position = r.position
                                                            and p.account like 'supplier:%'
                                  left join orders o on o.order_id = 'ord_' || substr(e.hold_id, length('hold_') + 1)
                                 where r.account = 'revenue' and e.occurred_at >= :from and e.occurred_at < :to
                                 group by 1, 2 order by margin desc, 1, 2
                                """)
                .param("from", SqlInstant.of(from == null ? BEGIN : from))
                .param("to", SqlInstant.of(to == null ? END : to))
                .query((row, _) -> line(row))
                .list();
    }

    private List<Amount> revenue(@Nullable Instant from, @Nullable Instant to) {
        return sql.sql(
                        """
                        select r.currency, sum(r.amount) as total from ledger_posting r
                          join ledger_entry e on e.position = r.position
                         where r.account = 'revenue' and e.occurred_at >= :from and e.occurred_at < :to
                         group by r.currency order by r.currency
                        """)
                .param("from", SqlInstant.of(from == null ? BEGIN : from))
                .param("to", SqlInstant.of(to == null ? END : to))
                .query((row, _) -> amount(row, "total"))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var margin = row.getBigDecimal("margin");
        var paid = row.getBigDecimal("charged").subtract(row.getBigDecimal("given_back"));
        var view =
                new MarginView(
                        row.getString("key"),
                        row.getLong("sold"),
                        row.getLong("refunded"),
                        amount(row, "charged"),
                        amount(row, "given_back"),
                        amount(row, "cost"),
                        amount(row, "credited"),
                        amount(row, "margin"),
                        paid.signum() == 0 ? null : percent(margin, paid));
        return new Line(view, margin.longValueExact());
    }

    private static String percent(BigDecimal margin, BigDecimal paid) {
        return margin.movePointRight(2).divide(paid, 2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Amount amount(ResultSet row, String column) throws SQLException {
        var micros = row.getBigDecimal(column).longValueExact();
        return new Amount(Money.decimal(micros), row.getString("currency"));
    }
}

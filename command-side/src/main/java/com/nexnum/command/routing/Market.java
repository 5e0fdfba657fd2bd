package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Evidence;
import com.nexnum.command.routing.learning.Tally;
import com.nexnum.command.routing.outcomes.Cell;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that a decision needs from the database, by one query that three indexes answer. */
@Component
class Market {

    private static final int FIRST_OF_HERE = 7;
    private static final int FIRST_OF_ANYWHERE = 13;

    private final JdbcClient sql;

    Market(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the newest price lists say, in stock or not, cheapest first. */
    List<Offered> offers(ServiceCode service, CountryCode country) {
        return sql.sql(
                        """
                        select l.provider, l.currency, l.price_micros, l.cost_micros, l.revision, l.stock,
                               h.delivered, h.silent, h.sms_seconds, h.answers, h.answer_seconds, h.as_of,
                               a.delivered, a.silent, a.sms_seconds, a.answers, a.answer_seconds, a.as_of
                          from listing l
                          left join routing_tally h on h.provider = l.provider and h.cell = :here
                          left join routing_tally a on a.provider = l.provider and a.cell = :anywhere
                         where l.service = :service and l.country = :country
                         order by l.price_micros, l.provider
                        """)
                .param("here", Cell.of(service, country))
                .param("anywhere", Cell.ANYWHERE)
                .param("service", service.value())
                .param("country", country.value())
                .query((row, _) -> offered(row))
                .list();
    }

    private static Offered offered(ResultSet row) throws SQLException {
        var currency = Currency.valueOf(row.getString(2));
        return new Offered(
                new ProviderSlug(row.getString(1)),
                new Money(currency, row.getLong(3)),
                new Money(currency, row.getLong(4)),
                row.getLong(5),
                row.getInt(6),
                new Evidence(tally(row, FIRST_OF_HERE), tally(row, FIRST_OF_ANYWHERE)),
                Condition.USUAL);
    }

    private static Tally tally(ResultSet row, int first) throws SQLException {
        Timestamp asOf = row.getTimestamp(first + 5);
        return asOf == null
                ? Tally.NOTHING
                : new Tally(
                        row.getDouble(first),
                        row.getDouble(first + 1),
                        row.getDouble(first + 2),
                        row.getDouble(first + 3),
                        row.getDouble(first + 4),
                        asOf.toInstant());
    }
}

package com.nexnum.query.pricing;

import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.activations.SuccessRates;
import com.nexnum.query.activations.SuccessRates.SuccessRate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is in stock, added up over providers. */
@Component
class Offers {

    private static final String IN_STOCK =
            """
            select service, country, currency, min(price) as price, sum(stock)::bigint as stock, count(*) as providers,
                   min(rate) as success_rate
              from pricing
              left join unnest(:services::text[], :countries::text[], :rates::numeric[])
                        as measured (service, country, rate) using (service, country)
             where stock > 0
               and (:service::text is null or service = :service)
               and (:country::text is null or country = :country)
               and (:maxPrice::bigint is null or price <= :maxPrice and currency = :currency)
             group by service, country, currency
            """;

    private final JdbcClient sql;
    private final SuccessRates rates;

    Offers(JdbcClient sql, SuccessRates rates) {
        this.sql = sql;
        this.rates = rates;
    }

    /** The cursor counts rows: prices move under the reader in any case. */
    Page<OfferView> search(OfferSearch search, PageQuery query) {
        var cursor = query.cursor();
        var first = cursor == null ? 0 : Math.max(0, cursor.number(0));
        var service = search.service();
        var country = search.country();
        var maxPrice = search.maxPrice();
        var measured =
                rates.all().stream()
                        .filter(rate -> service == null || rate.service().equals(service.value()))
                        .filter(rate -> country == null || rate.country().equals(country.value()))
                        .toList();
        var rows =
                sql.sql(
                                "select * from ("
                                        + IN_STOCK
                                        + ") offers order by "
                                        + search.sort().order()
                                        + " offset :first limit :rows")
                        .param("service", service == null ? null : service.value())
                        .param("country", country == null ? null : country.value())
                        .param("maxPrice", maxPrice == null ? null : maxPrice.micros())
                        .param("currency", maxPrice == null ? null : maxPrice.currency().name())
                        .param("services", column(measured, SuccessRate::service))
                        .param("countries", column(measured, SuccessRate::country))
                        .param("rates", column(measured, SuccessRate::rate))
                        .param("first", first)
                        .param("rows", query.fetch())
                        .query((row, i) ->
                                new OfferView(
                                        row.getString("service"),
                                        row.getString("country"),
                                        new Amount(
                                                Money.decimal(row.getLong("price")),
                                                row.getString("currency")),
                                        row.getLong("stock"),
                                        row.getInt("providers"),
                                        row.getBigDecimal("success_rate")))
                        .list();
        return Page.of(rows, query, row -> Cursor.after(first + query.limit()));
    }

    private static String[] column(List<SuccessRate> rates, Function<SuccessRate, Object> column) {
        return rates.stream().map(column).map(Object::toString).toArray(String[]::new);
    }
}

package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CatalogEvent;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "which offers exist, and for how much?". A newer price list is never overwritten. */
@Component
@ProcessingGroup("pricing")
class PricingProjection {

    private final JdbcClient sql;

    PricingProjection(JdbcClient sql) {
        this.sql = sql;
    }

    @EventHandler
    void on(CatalogEvent event) {
        switch (event) {
            case OffersChanged changed -> change(changed);
        }
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate pricing").update();
    }

    private void change(OffersChanged changed) {
        var listings = lastOfEach(changed).values();
        sql.sql(
                        """
                        insert into pricing (service, country, provider, currency, cost, price, stock, revision)
                        select service, country, :provider, currency, cost, price, stock, :revision
                          from unnest(:services::text[], :countries::text[], :currencies::text[],
                                      :costs::bigint[], :prices::bigint[], :stocks::bigint[])
                               as l (service, country, currency, cost, price, stock)
                        on conflict (service, country, provider) do update
                           set currency = excluded.currency, cost = excluded.cost, price = excluded.price,
                               stock = excluded.stock, revision = excluded.revision
                         where pricing.revision < excluded.revision
                        """)
                .param("provider", changed.provider().value())
                .param("revision", changed.revision())
                .param("services", texts(listings, listing -> listing.service().value()))
                .param("countries", texts(listings, listing -> listing.country().value()))
                .param("currencies", texts(listings, listing -> listing.price().currency().name()))
                .param("costs", numbers(listings, listing -> listing.cost().micros()))
                .param("prices", numbers(listings, listing -> listing.price().micros()))
                .param("stocks", numbers(listings, Listing::stock))
                .update();
    }

    private record Offered(ServiceCode service, CountryCode country) {}

    private static Map<Offered, Listing> lastOfEach(OffersChanged changed) {
        var last = new LinkedHashMap<Offered, Listing>();
        for (var listing : changed.changes()) {
            last.put(new Offered(listing.service(), listing.country()), listing);
        }
        return last;
    }

    private static String[] texts(Collection<Listing> listings, Function<Listing, String> column) {
        return listings.stream().map(column).toArray(String[]::new);
    }

    private static long[] numbers(Collection<Listing> listings, ToLongFunction<Listing> column) {
        return listings.stream().mapToLong(column).toArray();
    }
}

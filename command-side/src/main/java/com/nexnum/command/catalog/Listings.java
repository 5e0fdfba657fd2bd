package com.nexnum.command.catalog;

import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest price list of each provider. */
@Component
class Listings {

    private final JdbcClient sql;
    private final JdbcTemplate batch;

    Listings(JdbcTemplate batch) {
        this.batch = batch;
        this.sql = JdbcClient.create(batch);
    }

    List<Listing> of(ProviderSlug provider) {
        return sql.sql(
                        """
                        select service, country, currency, cost_micros, price_micros, stock
                          from listing where provider = :provider
                        """)
                .param("provider", provider.value())
                .query((row, _) -> {
                    var currency = Currency.valueOf(row.getString(3));
                    return new Listing(
                            new ServiceCode(row.getString(1)),
                            new CountryCode(row.getString(2)),
                            new Money(currency, row.getLong(4)),
                            new Money(currency, row.getLong(5)),
                            row.getInt(6));
                })
                .list();
    }

    /** Locks the provider's list until the transaction ends, so that two syncs do not mix. */
    long nextRevision(ProviderSlug provider) {
        return sql.sql(
                        """
                        insert into price_list (provider, revision) values (:provider, 1)
                        on conflict (provider) do update set revision = price_list.revision + 1
                        returning revision
                        """)
                .param("provider", provider.value())
                .query(Long.class)
                .single();
    }

    /**
     * Takes the next places in the stream of the provider's prices, within the transaction that has
     * its list.
     *
     * @return the first of them
     */
    long tell(ProviderSlug provider, int events) {
        return sql.sql(
                        """
                        update price_list set told = told + :events where provider = :provider
                        returning told - :events
                        """)
                .param("events", events)
                .param("provider", provider.value())
                .query(Long.class)
                .single();
    }

    /** Every listing of the provider counts as of this list, the unchanged ones too. */
    void store(ProviderSlug provider, long revision, List<Listing> changes) {
        batch.batchUpdate(
                """
                insert into listing (provider, service, country, currency, cost_micros, price_micros,
                                     stock, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (provider, service, country) do update
                   set currency = excluded.currency, cost_micros = excluded.cost_micros,
                       price_micros = excluded.price_micros, stock = excluded.stock,
                       revision = excluded.revision
                """,
                changes.stream()
                        .map(c ->
                                new Object[] {
                                    provider.value(),
                                    c.service().value(),
                                    c.country().value(),
                                    c.price().currency().name(),
                                    c.cost().micros(),
                                    c.price().micros(),
                                    c.stock(),
                                    revision
                                })
                        .toList());
        sql.sql("update listing set revision = :revision where provider = :provider")
                .param("revision", revision)
                .param("provider", provider.value())
                .update();
    }
}

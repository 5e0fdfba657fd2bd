package com.nexnum.kernel.catalog;

import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What happens to prices and stock. */
public sealed interface CatalogEvent {

    /**
     * A chunk of what changed in one provider's price list since the list before.
     *
     * @param revision grows with each list of this provider
     */
    @Named("catalog.offers-changed")
    @Revision("1")
    record OffersChanged(ProviderSlug provider, long revision, List<Listing> changes)
            implements CatalogEvent {
        public OffersChanged {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param cost what the provider asks of us
     * @param price what we ask of customers
     * @param stock 0 when the offer is gone
     */
    record Listing(ServiceCode service, CountryCode country, Money cost, Money price, int stock) {}
}

package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.money.Currency;
import java.util.List;

/** An offer in {@code pricing}; cost and price in millionths. */
record OfferRow(
        String service,
        String country,
        String provider,
        Currency currency,
        long cost,
        long price,
        int stock,
        long revision) {

    static OfferRow of(OffersChanged changed, Listing listing) {
        return new OfferRow(
                listing.service().value(),
                listing.country().value(),
                changed.provider().value(),
                listing.price().currency(),
                listing.cost().micros(),
                listing.price().micros(),
                listing.stock(),
                changed.revision());
    }

    static List<Object> key(OffersChanged changed, Listing listing) {
        return List.of(
                listing.service().value(), listing.country().value(), changed.provider().value());
    }
}

package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CatalogEvent;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** One row for each offer ever listed. A newer price list is never overwritten. */
@Component
class PricingModel implements ReadModel {

    private static final Table<OfferRow> OFFERS =
            Table.keyed("pricing", OfferRow.class, "service", "country", "provider");

    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(OFFERS);
    }

    @Override
    public List<Class<?>> events() {
        return List.of(CatalogEvent.class);
    }

    @Override
    public void fold(Recorded event, Rows rows) {
        switch ((CatalogEvent) event.payload()) {
            case OffersChanged changed -> change(changed, rows);
        }
    }

    @Override
    public void foresee(Recorded event, Foreseen rows) {
        switch ((CatalogEvent) event.payload()) {
            case OffersChanged changed ->
                    changed.changes()
                            .forEach(listing -> rows.row(OFFERS, OfferRow.key(changed, listing)));
        }
    }

    /** Of several listings of one offer in an event the last one counts. */
    private static void change(OffersChanged changed, Rows rows) {
        var last = new LinkedHashMap<Object, OfferRow>();
        for (var listing : changed.changes()) {
            last.put(OfferRow.key(changed, listing), OfferRow.of(changed, listing));
        }
        last.forEach((key, offer) -> {
            var before = rows.find(OFFERS, key);
            if (before == null || before.revision() < offer.revision()) {
                rows.put(OFFERS, offer);
            }
        });
    }
}

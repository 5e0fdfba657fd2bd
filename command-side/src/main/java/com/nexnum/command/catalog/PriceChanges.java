package com.nexnum.command.catalog;

import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What is different in a newer price list. */
final class PriceChanges {

    /** What changed, came, or went; what went has no stock and keeps its last price. */
    static List<Listing> between(List<Listing> before, List<Priced> now, Margin margin) {
        var known = new LinkedHashMap<String, Listing>();
        before.forEach(listing -> known.put(key(listing), listing));
        var changes = new ArrayList<Listing>();
        for (var priced : now) {
            var listing = listing(priced, margin);
            var old = known.remove(key(listing));
            if (!listing.equals(old)) {
                changes.add(listing);
            }
        }
        known.values().stream()
                .filter(gone -> gone.stock() > 0)
                .map(g -> new Listing(g.service(), g.country(), g.cost(), g.price(), 0))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    private static Listing listing(Priced priced, Margin margin) {
        return new Listing(
                priced.service(),
                priced.country(),
                priced.cost(),
                margin.priceFor(priced.cost()),
                priced.stock());
    }

    private static String key(Listing listing) {
        return listing.service() + "-" + listing.country();
    }

    private PriceChanges() {}
}

package com.nexnum.command.catalog;

import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** What is different in a newer price list. */
final class PriceChanges {

    private static final Comparator<Priced> ORDER =
            Comparator.<Priced, Boolean>comparing(priced -> priced.stock() == 0)
                    .thenComparingLong(priced -> priced.cost().micros());

    /** What changed, came, or went; what went has no stock and keeps its last price. */
    static List<Listing> between(List<Listing> before, List<Priced> now, Margin margin) {
        var known = new LinkedHashMap<String, Listing>();
        before.forEach(listing -> known.put(key(listing), listing));
        var changes = new ArrayList<Listing>();
        for (var priced : cheapest(now)) {
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

    /** A provider may sell the same in several ways: the cheapest that is there counts. */
    private static Collection<Priced> cheapest(List<Priced> list) {
        var best = new LinkedHashMap<String, Priced>();
        for (var priced : list) {
            best.merge(
                    priced.service() + "-" + priced.country(),
                    priced,
                    (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
        }
        return best.values();
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

package com.nexnum.command.catalog;

import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to a number: which offers to try, best first. */
@Component
public class Router {

    private final Listings listings;

    Router(Listings listings) {
        this.listings = listings;
    }

    /**
     * @param maxPrice the most that the customer pays; null for the best price listed now
     * @param provider only this one, when the customer named it
     */
    public Route route(
            ServiceCode service,
            CountryCode country,
            @Nullable Money maxPrice,
            @Nullable ProviderSlug provider) {
        var offers =
                listings.offers(service, country).stream()
                        .filter(offer -> provider == null || offer.provider().equals(provider))
                        .toList();
        if (offers.isEmpty()) {
            return new Route.NothingListed();
        }
        var best = offers.getFirst().price();
        var limit = maxPrice == null ? best : maxPrice;
        if (!limit.covers(best)) {
            return new Route.TooExpensive(best);
        }
        return new Route.Found(limit, within(offers, limit));
    }

    /** An offer that costs us no more than the customer pays serves, at the customer's price. */
    private static List<Candidate> within(List<Candidate> offers, Money limit) {
        return offers.stream()
                .filter(offer -> limit.covers(offer.cost()))
                .map(offer -> limit.covers(offer.price()) ? offer : at(limit, offer))
                .toList();
    }

    private static Candidate at(Money price, Candidate offer) {
        return new Candidate(
                offer.provider(), price, offer.cost(), offer.listingRevision(), offer.stock());
    }

    /** What the router found. */
    public sealed interface Route {

        /**
         * @param limit the most that the customer pays
         * @param candidates never empty
         */
        record Found(Money limit, List<Candidate> candidates) implements Route {}

        record NothingListed() implements Route {}

        record TooExpensive(Money best) implements Route {}
    }
}

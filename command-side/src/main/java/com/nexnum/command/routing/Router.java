package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Draw;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The way to a number: which offers to try, best first, and why. */
@Component
public class Router {

    private final Market market;
    private final List<ProviderConditions> conditions;
    private final RouteTerms terms;
    private final Clock clock;

    Router(Market market, List<ProviderConditions> conditions, RouteTerms terms, Clock clock) {
        this.market = market;
        this.conditions = List.copyOf(conditions);
        this.terms = terms;
        this.clock = clock;
    }

    /** Decides on what is offered and known now, and changes nothing. */
    public Route route(RouteWish wish) {
        return RouteDecider.decide(wish, offers(wish), terms, clock.instant());
    }

    /**
     * Whom so many customers would be sent to first who wish the same now, and how many of them.
     */
    public Map<ProviderSlug, Integer> shares(RouteWish wish, int customers) {
        var offers = offers(wish);
        var now = clock.instant();
        var shares = new HashMap<ProviderSlug, Integer>();
        for (int customer = 0; customer < customers; customer++) {
            var asked = wish.withSeed(Draw.of("customer-" + customer).seed());
            if (RouteDecider.decide(asked, offers, terms, now) instanceof Route.Found found) {
                shares.merge(found.candidates().getFirst().provider(), 1, Math::addExact);
            }
        }
        return shares;
    }

    private List<Offered> offers(RouteWish wish) {
        return market.offers(wish.service(), wish.country()).stream()
                .map(offer -> offer.in(condition(offer)))
                .toList();
    }

    private Condition condition(Offered offer) {
        var all = Condition.USUAL;
        for (var source : conditions) {
            all = all.and(source.of(offer.provider()));
        }
        return all;
    }
}

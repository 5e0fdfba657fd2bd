package com.nexnum.command.routing;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
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

    /** The same for several seeds, on one look at the market. */
    List<Route> routes(RouteWish wish, long[] seeds) {
        var offers = offers(wish);
        var now = clock.instant();
        return Arrays.stream(seeds)
                .mapToObj(seed -> RouteDecider.decide(wish.withSeed(seed), offers, terms, now))
                .toList();
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

package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Draw;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteDecision.Merits;
import com.nexnum.kernel.routing.RouteSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked, in which order, and why: a function of what is offered and known. */
final class RouteDecider {

    static final String NOT_NAMED = "NOT_NAMED";
    static final String OUT_OF_STOCK = "OUT_OF_STOCK";
    static final String NO_UPSTREAM_BALANCE = "NO_UPSTREAM_BALANCE";
    static final String TOO_DEAR = "TOO_DEAR";

    private static final Comparator<Money> PRICE = Comparator.comparingLong(Money::micros);

    private record Judged(Offered offer, Merits merits, @Nullable String skipped) {}

    private final RouteWish wish;
    private final RouteTerms terms;
    private final List<Judged> all;

    private RouteDecider(RouteWish wish, List<Offered> offers, RouteTerms terms, Instant now) {
        this.wish = wish;
        this.terms = terms;
        this.all = offers.stream().map(offer -> judged(offer, now)).toList();
    }

    /**
     * @param offers each provider once
     */
    static Route decide(RouteWish wish, List<Offered> offers, RouteTerms terms, Instant now) {
        return new RouteDecider(wish, offers, terms, now).route();
    }

    private Route route() {
        var usable = all.stream().filter(each -> each.skipped() == null).toList();
        var best = usable.stream().map(each -> each.offer().price()).min(PRICE);
        if (best.isEmpty()) {
            return new Route.NothingListed(decision(List.of()));
        }
        var limit = limit(best.get());
        if (!limit.covers(best.get())) {
            return new Route.TooExpensive(best.get(), decision(List.of()));
        }
        var ranked =
                usable.stream()
                        .filter(each -> limit.covers(each.offer().cost()))
                        .sorted(order(wish.sort()))
                        .toList();
        var candidates = ranked.stream().map(each -> candidate(each.offer(), limit)).toList();
        return new Route.Found(limit, candidates, decision(ranked));
    }

    private Money limit(Money best) {
        if (wish.maxPrice() != null) {
            return wish.maxPrice();
        }
        if (wish.sort() != RouteSort.QUALITY) {
            return best;
        }
        long headroom = Math.multiplyExact(best.micros(), (long) terms.qualityHeadroomPercent());
        return best.plus(new Money(best.currency(), headroom / 100));
    }

    /** Who is busy goes last. A customer who asks for the price gets it, whoever is preferred. */
    private static Comparator<Judged> order(RouteSort sort) {
        var busy = Comparator.<Judged, Boolean>comparing(each -> each.offer().condition().busy());
        var priority = Comparator.<Judged>comparingInt(each -> each.merits().priority());
        var price = Comparator.<Judged, Money>comparing(each -> each.offer().price(), PRICE);
        var score = Comparator.<Judged>comparingLong(each -> -each.merits().score());
        var name = Comparator.<Judged, String>comparing(each -> each.offer().provider().value());
        var preferred =
                sort == RouteSort.PRICE
                        ? price.thenComparing(busy).thenComparing(priority)
                        : busy.thenComparing(priority);
        return preferred.thenComparing(score).thenComparing(name);
    }

    private Judged judged(Offered offer, Instant now) {
        var condition = offer.condition();
        var merits =
                terms.judge()
                        .judge(
                                wish.sort(),
                                offer.provider(),
                                offer.price(),
                                condition.rank(),
                                condition.percent(),
                                offer.evidence(),
                                new Draw(wish.seed()),
                                now);
        return new Judged(offer, merits, obstacle(offer));
    }

    private @Nullable String obstacle(Offered offer) {
        var condition = offer.condition();
        if (wish.provider() != null && !wish.provider().equals(offer.provider())) {
            return NOT_NAMED;
        }
        if (offer.stock() < 1) {
            return OUT_OF_STOCK;
        }
        for (var obstacle : Obstacle.values()) {
            if (condition.obstacles().contains(obstacle)) {
                return obstacle.name();
            }
        }
        var balance = condition.balance();
        return balance != null && !balance.covers(offer.cost()) ? NO_UPSTREAM_BALANCE : null;
    }

    /** An offer that costs us no more than the customer pays serves, at the customer's price. */
    private static Candidate candidate(Offered offer, Money limit) {
        return new Candidate(
                offer.provider(),
                limit.covers(offer.price()) ? offer.price() : limit,
                offer.cost(),
                offer.listingRevision(),
                offer.stock());
    }

    private RouteDecision decision(List<Judged> ranked) {
        var considered = new ArrayList<Considered>();
        for (var each : ranked) {
            considered.add(considered(each, considered.size() + 1, null));
        }
        all.stream()
                .filter(each -> !ranked.contains(each))
                .map(each -> considered(each, null, why(each)))
                .forEach(considered::add);
        return new RouteDecision(wish.sort(), wish.seed(), considered);
    }

    private static String why(Judged each) {
        return each.skipped() == null ? TOO_DEAR : each.skipped();
    }

    private static Considered considered(
            Judged each, @Nullable Integer place, @Nullable String skipped) {
        var offer = each.offer();
        return new Considered(
                offer.provider(),
                offer.price(),
                offer.cost(),
                offer.stock(),
                place,
                skipped,
                each.merits());
    }
}

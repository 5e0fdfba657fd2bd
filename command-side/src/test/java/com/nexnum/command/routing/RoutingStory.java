package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Evidence;
import com.nexnum.command.routing.learning.Judge;
import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words in which the tests of routing are told. */
abstract class RoutingStory {

    static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    static final CountryCode US = new CountryCode("US");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration HALF_LIFE = Duration.ofHours(3);
    static final RouteTerms TERMS =
            new RouteTerms(new Judge(HALF_LIFE, Duration.ofMinutes(2), Money.usd("0.02")), 100);

    static RouteWish wish(RouteSort sort, @Nullable String maxPrice) {
        return new RouteWish(
                WHATSAPP, US, maxPrice == null ? null : Money.usd(maxPrice), sort, null, 1);
    }

    static RouteWish named(RouteWish wish, String provider) {
        return new RouteWish(
                wish.service(),
                wish.country(),
                wish.maxPrice(),
                wish.sort(),
                new ProviderSlug(provider),
                wish.seed());
    }

    static Offered offer(String provider, String price, String cost) {
        return new Offered(
                new ProviderSlug(provider),
                Money.usd(price),
                Money.usd(cost),
                1,
                5,
                Evidence.NONE,
                Condition.USUAL);
    }

    static Offered with(Offered offer, Evidence evidence) {
        return new Offered(
                offer.provider(),
                offer.price(),
                offer.cost(),
                offer.listingRevision(),
                offer.stock(),
                evidence,
                offer.condition());
    }

    static Condition priority(int priority) {
        return new Condition(priority, null, Set.of(), false, null);
    }

    static Condition weight(int weight) {
        return new Condition(null, weight, Set.of(), false, null);
    }

    static Condition busy() {
        return new Condition(null, null, Set.of(), true, null);
    }

    static Condition stands(Obstacle obstacle) {
        return new Condition(null, null, Set.of(obstacle), false, null);
    }

    static Condition balance(String balance) {
        return new Condition(null, null, Set.of(), false, Money.usd(balance));
    }

    /** So many numbers here, all sold at noon and each with its SMS after half a minute. */
    static Evidence known(int delivered, int silent) {
        var tally = new Tally(delivered, silent, 30.0 * delivered, 0, 0, NOON);
        return new Evidence(tally, tally);
    }

    /** A thousand numbers at noon, nine of ten with an SMS, and as many answers. */
    static Evidence timed(double smsSeconds, double answerSeconds) {
        var tally = new Tally(900, 100, smsSeconds * 900, 1_000, answerSeconds * 1_000, NOON);
        return new Evidence(tally, tally);
    }

    static Route route(RouteWish wish, Offered... offers) {
        return RouteDecider.decide(wish, Arrays.asList(offers), TERMS, NOON);
    }

    static List<String> providers(Route route) {
        return ((Route.Found) route).candidates().stream().map(c -> c.provider().value()).toList();
    }

    static @Nullable String skipped(Route route, String provider) {
        return considered(route, provider).skipped();
    }

    static Considered considered(Route route, String provider) {
        return route.decision().considered().stream()
                .filter(each -> each.provider().value().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    static Candidate candidate(String provider, String price, String cost) {
        return new Candidate(new ProviderSlug(provider), Money.usd(price), Money.usd(cost), 1, 5);
    }
}

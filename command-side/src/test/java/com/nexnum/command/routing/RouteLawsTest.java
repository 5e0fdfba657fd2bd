package com.nexnum.command.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.routing.learning.Evidence;
import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is offered, known and wished. */
class RouteLawsTest extends RoutingStory {

    static LongStream seeds() {
        return LongStream.range(0, 5_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_route_costs_the_customer_more_than_was_said_or_us_more_than_is_paid(long seed) {
        var random = new SplittableRandom(seed);
        var offers = offers(random);
        var wish = wish(random, seed);
        var route =
                RouteDecider.decide(wish, offers, TERMS, NOON.plusSeconds(random.nextInt(9_000)));
        everybodyIsConsideredOnce(route, offers);
        switch (route) {
            case Route.Found(var limit, var candidates, _) -> {
                assertThat(candidates).isNotEmpty();
                if (wish.maxPrice() != null) {
                    assertThat(limit).isEqualTo(wish.maxPrice());
                }
                candidates.forEach(each -> {
                    assertThat(limit.covers(each.price())).isTrue();
                    assertThat(each.price().covers(each.cost()) || sellsAtALoss(each, offers))
                            .isTrue();
                    assertThat(mayBeAsked(wish, of(each.provider(), offers))).isTrue();
                });
                placesAreThoseOfTheRoute(route, candidates);
            }
            case Route.TooExpensive(var best, _) -> {
                var limit = Objects.requireNonNull(wish.maxPrice());
                assertThat(limit.covers(best)).isFalse();
            }
            case Route.NothingListed _ ->
                    assertThat(offers).noneMatch(offer -> mayBeAsked(wish, offer));
        }
    }

    private static void everybodyIsConsideredOnce(Route route, List<Offered> offers) {
        assertThat(route.decision().considered())
                .extracting(Considered::provider)
                .containsExactlyInAnyOrderElementsOf(
                        offers.stream().map(Offered::provider).toList());
        assertThat(route.decision().considered())
                .allMatch(each -> (each.place() == null) != (each.skipped() == null));
    }

    private static void placesAreThoseOfTheRoute(Route route, List<Candidate> candidates) {
        assertThat(
                        route.decision().considered().stream()
                                .filter(each -> each.place() != null)
                                .map(Considered::provider))
                .containsExactlyElementsOf(candidates.stream().map(Candidate::provider).toList());
    }

    private static boolean mayBeAsked(RouteWish wish, Offered offer) {
        var balance = offer.condition().balance();
        return (wish.provider() == null || wish.provider().equals(offer.provider()))
                && offer.stock() > 0
                && offer.condition().obstacles().isEmpty()
                && (balance == null || balance.covers(offer.cost()));
    }

    /** Only a list that says so itself sells below its cost. */
    private static boolean sellsAtALoss(Candidate candidate, List<Offered> offers) {
        var offer = of(candidate.provider(), offers);
        return !offer.price().covers(offer.cost());
    }

    private static Offered of(ProviderSlug provider, List<Offered> offers) {
        return offers.stream().filter(o -> o.provider().equals(provider)).findFirst().orElseThrow();
    }

    private static List<Offered> offers(SplittableRandom random) {
        return new ArrayList<>(
                IntStream.range(0, random.nextInt(8)).mapToObj(i -> offer(i, random)).toList());
    }

    private static Offered offer(int number, SplittableRandom random) {
        long cost = random.nextLong(1, 500_000);
        return new Offered(
                new ProviderSlug("p" + number),
                new Money(Currency.USD, cost + random.nextLong(100_000)),
                new Money(Currency.USD, cost),
                1,
                random.nextInt(3),
                new Evidence(tally(random), tally(random)),
                new Condition(
                        random.nextBoolean() ? null : random.nextInt(1, 4),
                        random.nextBoolean() ? null : random.nextInt(1, 400),
                        random.nextInt(5) == 0
                                ? EnumSet.of(
                                        random.nextBoolean()
                                                ? Obstacle.PAUSED
                                                : Obstacle.BREAKER_OPEN)
                                : EnumSet.noneOf(Obstacle.class),
                        random.nextInt(4) == 0,
                        random.nextInt(3) == 0
                                ? new Money(Currency.USD, random.nextLong(600_000))
                                : null));
    }

    /** Rounding and late events may leave a little less than nothing. */
    private static Tally tally(SplittableRandom random) {
        return new Tally(
                random.nextInt(50) - 1e-9,
                random.nextInt(50) - 1e-9,
                random.nextInt(5_000) - 1e-9,
                random.nextInt(90),
                random.nextInt(90),
                NOON.plusSeconds(random.nextInt(9_000)));
    }

    private static RouteWish wish(SplittableRandom random, long seed) {
        return new RouteWish(
                WHATSAPP,
                US,
                random.nextBoolean() ? null : new Money(Currency.USD, random.nextLong(1, 600_000)),
                List.of(RouteSort.values()).get(random.nextInt(3)),
                named(random),
                seed);
    }

    private static @Nullable ProviderSlug named(SplittableRandom random) {
        return random.nextInt(4) == 0 ? new ProviderSlug("p" + random.nextInt(8)) : null;
    }
}

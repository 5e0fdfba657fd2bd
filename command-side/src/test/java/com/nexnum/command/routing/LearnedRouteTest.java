package com.nexnum.command.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.routing.DriftingMarket.Result;
import com.nexnum.command.routing.DriftingMarket.Way;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the router learns is worth its price in a market that does not stand still. */
class LearnedRouteTest {

    private static final int CUSTOMERS = 10_000;
    private static final Money LIMIT = Money.usd("1.00");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void delivers_more_codes_for_the_money_than_cheapest_first_and_fixed_priority(long seed) {
        var learned = buy("learned", seed, RoutingStory.HALF_LIFE, this::learn);
        var cheapest = buy("cheapest first", seed, RoutingStory.HALF_LIFE, (m, _) -> m.cheapest());
        var best = new DriftingMarket(seed, RoutingStory.HALF_LIFE).bestFirst();
        var fixed = buy("fixed priority", seed, RoutingStory.HALF_LIFE, (m, _) -> m.firstOf(best));
        var oracle = buy("all-knowing", seed, RoutingStory.HALF_LIFE, (m, _) -> m.best());
        print(seed, List.of(oracle, learned, cheapest, fixed));
        assertThat(learned.codesPerDollar()).isGreaterThan(cheapest.codesPerDollar());
        assertThat(learned.codesPerDollar()).isGreaterThan(fixed.codesPerDollar());
        assertThat(learned.codes()).isGreaterThan(cheapest.codes()).isGreaterThan(fixed.codes());
        assertThat(learned.regret()).isLessThan(cheapest.regret()).isLessThan(fixed.regret());
    }

    private Result buy(String name, long seed, Duration halfLife, Way way) {
        return new DriftingMarket(seed, halfLife).buy(name, CUSTOMERS, way);
    }

    private int learn(DriftingMarket market, long customer) {
        return market.learned(wish(customer), RoutingStory.TERMS);
    }

    private static RouteWish wish(long customer) {
        var id = new ActivationId(String.format(Locale.ROOT, "act_%06d", customer));
        return new RouteWish(
                RoutingStory.WHATSAPP,
                RoutingStory.US,
                LIMIT,
                RouteSort.BALANCED,
                null,
                RouteWish.seedOf(id));
    }

    private static void print(long seed, List<Result> results) {
        results.forEach(result ->
                System.out.printf(
                        Locale.ROOT,
                        "routing seed=%d way=%s codes=%d spent=%.2f codesPerDollar=%.3f"
                                + " delivered=%.1f%% regret=%.0f%n",
                        seed,
                        result.way().replace(' ', '-'),
                        result.codes(),
                        result.spent(),
                        result.codesPerDollar(),
                        100.0 * result.codes() / CUSTOMERS,
                        result.regret()));
    }

    @Test
    void a_provider_that_stops_delivering_is_left_within_some_dozen_numbers() {
        var market = new DriftingMarket(5, RoutingStory.HALF_LIFE);
        var before = market.buy("before", 2_000, this::learn).chosen().subList(1_600, 2_000);
        var favourite = mostOften(before);
        market.fails(favourite);
        var after = market.buy("after", 400, this::learn).chosen();
        assertThat(Collections.frequency(before, favourite)).isGreaterThan(200);
        assertThat(Collections.frequency(after, favourite)).isLessThan(80);
    }

    @Test
    void a_newcomer_is_tried_and_when_it_fails_hardly_any_more() {
        var proven = RoutingStory.with(offer("proven"), RoutingStory.known(120, 80));
        assertThat(firsts(offer("new"), proven)).isBetween(300, 500);
        var failed = RoutingStory.with(offer("new"), RoutingStory.known(0, 12));
        assertThat(firsts(failed, proven)).isLessThan(5);
        var worked = RoutingStory.with(offer("new"), RoutingStory.known(12, 0));
        assertThat(firsts(worked, proven)).isGreaterThan(950);
    }

    /** How many of a thousand customers it would serve first. */
    private static int firsts(Offered newcomer, Offered proven) {
        return (int)
                LongStream.range(0, 1_000)
                        .mapToObj(i -> RoutingStory.route(wish(i), newcomer, proven))
                        .filter(route -> RoutingStory.providers(route).getFirst().equals("new"))
                        .count();
    }

    private static Offered offer(String provider) {
        return RoutingStory.offer(provider, "0.12", "0.10");
    }

    private static int mostOften(List<Integer> chosen) {
        return chosen.stream()
                .max(Comparator.comparingInt(each -> Collections.frequency(chosen, each)))
                .orElseThrow();
    }
}

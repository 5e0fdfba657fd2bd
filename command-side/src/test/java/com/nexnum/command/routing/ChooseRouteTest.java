package com.nexnum.command.routing;

import static com.nexnum.kernel.routing.RouteSort.BALANCED;
import static com.nexnum.kernel.routing.RouteSort.PRICE;
import static com.nexnum.kernel.routing.RouteSort.QUALITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Considered;
import com.nexnum.kernel.routing.RouteSort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChooseRouteTest extends RoutingStory {

    private static final Offered CHEAP = offer("cheap", "0.12", "0.10");
    private static final Offered MID = offer("mid", "0.14", "0.11");
    private static final Offered DEAR = offer("dear", "0.24", "0.20");

    @Test
    void by_price_the_cheapest_goes_first_and_nobody_is_paid_above_the_limit() {
        var route = (Route.Found) route(wish(PRICE, "0.22"), DEAR, MID, CHEAP);
        assertThat(route.limit()).isEqualTo(Money.usd("0.22"));
        assertThat(route.candidates())
                .containsExactly(
                        candidate("cheap", "0.12", "0.10"),
                        candidate("mid", "0.14", "0.11"),
                        candidate("dear", "0.22", "0.20"));
    }

    @Test
    void by_quality_the_proven_goes_before_the_cheap() {
        var good = with(DEAR, known(95, 5));
        var bad = with(CHEAP, known(20, 80));
        assertThat(providers(route(wish(QUALITY, "0.30"), bad, good)))
                .containsExactly("dear", "cheap");
        assertThat(providers(route(wish(PRICE, "0.30"), bad, good)))
                .containsExactly("cheap", "dear");
    }

    @Test
    void balanced_pays_more_for_what_is_better_by_more() {
        var good = with(DEAR, known(95, 5));
        assertThat(providers(route(wish(BALANCED, "0.30"), with(CHEAP, known(20, 80)), good)))
                .startsWith("dear");
        assertThat(providers(route(wish(BALANCED, "0.30"), with(CHEAP, known(80, 20)), good)))
                .startsWith("cheap");
    }

    @ParameterizedTest
    @EnumSource(names = {"PRICE", "BALANCED"})
    void without_a_limit_nobody_pays_more_than_the_best_price(RouteSort sort) {
        var route = (Route.Found) route(wish(sort, null), DEAR, with(MID, known(9, 0)), CHEAP);
        assertThat(route.limit()).isEqualTo(Money.usd("0.12"));
        assertThat(route.candidates())
                .containsExactlyInAnyOrder(
                        candidate("cheap", "0.12", "0.10"), candidate("mid", "0.12", "0.11"));
        assertThat(skipped(route, "dear")).isEqualTo(RouteDecider.TOO_DEAR);
    }

    @Test
    void who_asks_for_quality_without_a_limit_goes_as_far_as_the_headroom() {
        var route = (Route.Found) route(wish(QUALITY, null), CHEAP, offer("far", "0.50", "0.40"));
        assertThat(route.limit()).isEqualTo(Money.usd("0.24"));
        assertThat(skipped(route, "far")).isEqualTo(RouteDecider.TOO_DEAR);
    }

    @Test
    void says_what_would_be_enough_when_the_limit_is_too_low() {
        var route = route(wish(BALANCED, "0.11"), DEAR, CHEAP);
        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.TooExpensive.class,
                        no -> assertThat(no.best()).isEqualTo(Money.usd("0.12")));
        assertThat(skipped(route, "cheap")).isEqualTo(RouteDecider.TOO_DEAR);
    }

    @Test
    void a_named_provider_is_the_only_one() {
        var route = route(named(wish(BALANCED, null), "mid"), CHEAP, MID);
        assertThat(providers(route)).containsExactly("mid");
        assertThat(((Route.Found) route).limit()).isEqualTo(Money.usd("0.14"));
        assertThat(skipped(route, "cheap")).isEqualTo(RouteDecider.NOT_NAMED);
    }

    @Test
    void who_may_not_be_asked_is_passed_over_with_the_reason() {
        var route =
                route(
                        wish(BALANCED, "0.50"),
                        DEAR,
                        offer("paused", "0.10", "0.08").in(stands(Obstacle.PAUSED)),
                        offer("broken", "0.10", "0.08").in(stands(Obstacle.BREAKER_OPEN)),
                        offer("broke", "0.10", "0.08").in(balance("0.07")));
        assertThat(providers(route)).containsExactly("dear");
        assertThat(skipped(route, "paused")).isEqualTo("PAUSED");
        assertThat(skipped(route, "broken")).isEqualTo("BREAKER_OPEN");
        assertThat(skipped(route, "broke")).isEqualTo("NO_UPSTREAM_BALANCE");
    }

    @Test
    void a_balance_that_just_suffices_suffices() {
        assertThat(providers(route(wish(BALANCED, null), CHEAP.in(balance("0.10")))))
                .containsExactly("cheap");
    }

    @Test
    void when_nobody_may_be_asked_nothing_is_listed_and_it_says_why() {
        var route = route(wish(BALANCED, null), CHEAP.in(stands(Obstacle.PAUSED)));
        assertThat(route).isInstanceOf(Route.NothingListed.class);
        assertThat(skipped(route, "cheap")).isEqualTo("PAUSED");
        assertThat(route(wish(BALANCED, null))).isInstanceOf(Route.NothingListed.class);
    }

    @Test
    void the_preferred_goes_first_and_who_is_busy_last() {
        var a = with(DEAR, known(10, 90)).in(priority(1));
        var b = with(CHEAP, known(90, 10));
        assertThat(providers(route(wish(BALANCED, "0.50"), a, b))).containsExactly("dear", "cheap");
        assertThat(providers(route(wish(BALANCED, "0.50"), a.in(priority(1).and(busy())), b)))
                .containsExactly("cheap", "dear");
    }

    @Test
    void a_customer_who_asks_for_the_price_gets_it_whoever_is_preferred() {
        assertThat(providers(route(wish(PRICE, "0.50"), DEAR.in(priority(1)), CHEAP)))
                .containsExactly("cheap", "dear");
    }

    @Test
    void weight_counts_like_quality() {
        var one = with(offer("one", "0.12", "0.10"), known(600, 400));
        var two = with(offer("two", "0.12", "0.10"), known(500, 500));
        assertThat(providers(route(wish(BALANCED, null), one, two.in(weight(150)))))
                .containsExactly("two", "one");
        assertThat(providers(route(wish(BALANCED, null), one, two))).containsExactly("one", "two");
    }

    @ParameterizedTest
    @EnumSource(names = {"QUALITY", "BALANCED"})
    void among_equals_the_quicker_sms_and_the_quicker_answer_go_first(RouteSort sort) {
        var quick = with(offer("quick", "0.12", "0.10"), timed(10, 1));
        var late = with(offer("late", "0.12", "0.10"), timed(110, 1));
        var slow = with(offer("slow", "0.12", "0.10"), timed(10, 60));
        assertThat(providers(route(wish(sort, "0.12"), late, slow, quick)))
                .containsExactly("quick", "slow", "late");
        assertThat(considered(route(wish(sort, "0.12"), slow), "slow").merits().answerMillis())
                .isBetween(59_000, 60_000);
    }

    @Test
    void who_is_slow_and_cheap_goes_first_for_who_asks_for_the_price() {
        var slow = with(CHEAP, timed(110, 60));
        assertThat(providers(route(wish(PRICE, "0.50"), with(MID, timed(10, 1)), slow)))
                .containsExactly("cheap", "mid");
    }

    @Test
    void the_decision_holds_everybody_once_in_the_order_of_the_route() {
        var empty =
                new Offered(
                        offer("none", "0.01", "0.01").provider(),
                        Money.usd("0.01"),
                        Money.usd("0.01"),
                        1,
                        0,
                        known(1, 1),
                        Condition.USUAL);
        var route = route(wish(PRICE, "0.50"), DEAR, empty, CHEAP);
        assertThat(route.decision().considered())
                .extracting(each -> each.provider().value(), Considered::place)
                .containsExactly(tuple("cheap", 1), tuple("dear", 2), tuple("none", null));
        assertThat(skipped(route, "none")).isEqualTo(RouteDecider.OUT_OF_STOCK);
        assertThat(considered(route, "none").merits().evidence()).isEqualTo(2);
    }

    @Test
    void the_same_seed_decides_the_same_and_a_stranger_changes_nobodys_draw() {
        var wish = wish(BALANCED, "0.50");
        assertThat(route(wish, CHEAP, MID)).isEqualTo(route(wish, CHEAP, MID));
        var drawn = considered(route(wish, CHEAP, MID), "mid").merits().drawn();
        assertThat(considered(route(wish, DEAR, MID), "mid").merits().drawn()).isEqualTo(drawn);
        assertThat(considered(route(wish.withSeed(2), MID), "mid").merits().drawn())
                .isNotEqualTo(drawn);
        assertThat(List.of(drawn)).allMatch(chance -> chance > 0 && chance < 1_000_000);
    }
}

package com.nexnum.command.routing;

import static com.nexnum.kernel.routing.RouteSort.BALANCED;
import static com.nexnum.kernel.routing.RouteSort.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The router on real tables. */
class RouterTest extends RoutingStory {

    private static final JdbcClient SQL = JdbcClient.create(TestDatabase.migrated().dataSource());

    private final Router router =
            new Router(new Market(SQL), List.of(), TERMS, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeAll
    static void three_offers_an_empty_one_and_a_past() {
        list("dear", 200_000, 240_000, 5);
        list("cheap", 100_000, 120_000, 5);
        list("mid", 110_000, 140_000, 5);
        list("empty", 10_000, 20_000, 0);
        count("mid", "whatsapp-US", 190, 10);
        count("mid", "*", 290, 10);
        count("cheap", "telegram-US", 200, 0);
        count("cheap", "whatsapp-US", 2, 198);
        count("cheap", "*", 202, 198);
    }

    @Test
    void reads_offers_with_what_is_known_here_and_elsewhere() {
        var decision = router.route(wish(BALANCED, "0.50")).decision();
        assertThat(decision.considered())
                .filteredOn(each -> each.provider().value().equals("mid"))
                .singleElement()
                .satisfies(mid -> {
                    assertThat(mid.price()).isEqualTo(Money.usd("0.14"));
                    assertThat(mid.merits().evidence()).isEqualTo(200);
                    assertThat(mid.merits().expected()).isBetween(945_000, 955_000);
                });
    }

    @Test
    void prefers_what_delivers_here_whatever_it_does_elsewhere() {
        assertThat(providers(router.route(wish(BALANCED, null)))).containsExactly("mid", "cheap");
        assertThat(providers(router.route(wish(PRICE, null)))).containsExactly("cheap", "mid");
    }

    @Test
    void says_when_nothing_is_listed_or_in_stock() {
        assertThat(router.route(named(wish(BALANCED, null), "empty")))
                .isInstanceOf(Route.NothingListed.class);
        var elsewhere = new RouteWish(WHATSAPP, new CountryCode("DE"), null, BALANCED, null, 1);
        assertThat(router.route(elsewhere)).isInstanceOf(Route.NothingListed.class);
    }

    @Test
    void heeds_everybody_who_knows_something_of_a_provider() {
        ProviderConditions breaker =
                provider ->
                        provider.value().equals("mid")
                                ? stands(Obstacle.BREAKER_OPEN)
                                : Condition.USUAL;
        ProviderConditions wishes = provider -> priority(provider.value().equals("dear") ? 1 : 2);
        var careful =
                new Router(
                        new Market(SQL),
                        List.of(breaker, wishes),
                        TERMS,
                        Clock.fixed(NOON, ZoneOffset.UTC));
        var route = careful.route(wish(BALANCED, "0.50"));
        assertThat(providers(route)).containsExactly("dear", "cheap");
        assertThat(skipped(route, "mid")).isEqualTo("BREAKER_OPEN");
    }

    private static void list(String provider, long cost, long price, int stock) {
        SQL.sql("insert into listing values (?, 'whatsapp', 'US', 'USD', ?, ?, ?, 1)")
                .params(provider, cost, price, stock)
                .update();
    }

    private static void count(String provider, String cell, int delivered, int silent) {
        SQL.sql("insert into routing_tally values (?, ?, ?, ?, ?, 0, 0, '2026-01-01T12:00:00Z')")
                .params(provider, cell, delivered, silent, 30 * delivered)
                .update();
    }
}

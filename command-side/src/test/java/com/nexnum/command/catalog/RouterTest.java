package com.nexnum.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.catalog.Router.Route;
import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.database.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RouterTest {

    private static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    private static final CountryCode US = new CountryCode("US");
    private static final Listings LISTINGS =
            new Listings(new JdbcTemplate(TestDatabase.migrated().dataSource()));
    private final Router router = new Router(LISTINGS);

    @BeforeAll
    static void three_offers_and_an_empty_one() {
        list("dear", "0.20", "0.24", 5);
        list("cheap", "0.10", "0.12", 5);
        list("mid", "0.11", "0.14", 5);
        list("empty", "0.01", "0.02", 0);
    }

    @Test
    void without_a_limit_the_best_price_is_the_limit_and_serves_whoever_costs_no_more() {
        assertThat(route(null, null))
                .isEqualTo(
                        new Route.Found(
                                Money.usd("0.12"),
                                List.of(
                                        candidate("cheap", "0.12", "0.10"),
                                        candidate("mid", "0.12", "0.11"))));
    }

    @Test
    void cheapest_first_and_capped_at_the_limit() {
        assertThat(route("0.22", null))
                .isEqualTo(
                        new Route.Found(
                                Money.usd("0.22"),
                                List.of(
                                        candidate("cheap", "0.12", "0.10"),
                                        candidate("mid", "0.14", "0.11"),
                                        candidate("dear", "0.22", "0.20"))));
    }

    @Test
    void a_named_provider_is_the_only_one() {
        assertThat(route(null, "mid"))
                .isEqualTo(
                        new Route.Found(
                                Money.usd("0.14"), List.of(candidate("mid", "0.14", "0.11"))));
    }

    @Test
    void says_what_would_be_enough_when_the_limit_is_too_low() {
        assertThat(route("0.11", null)).isEqualTo(new Route.TooExpensive(Money.usd("0.12")));
        assertThat(route("0.13", "mid")).isEqualTo(new Route.TooExpensive(Money.usd("0.14")));
    }

    @Test
    void says_when_nothing_is_listed_or_in_stock() {
        assertThat(route(null, "empty")).isEqualTo(new Route.NothingListed());
        assertThat(router.route(WHATSAPP, new CountryCode("DE"), null, null))
                .isEqualTo(new Route.NothingListed());
    }

    private Route route(@Nullable String maxPrice, @Nullable String provider) {
        return router.route(
                WHATSAPP,
                US,
                maxPrice == null ? null : Money.usd(maxPrice),
                provider == null ? null : new ProviderSlug(provider));
    }

    private static Candidate candidate(String provider, String price, String cost) {
        return new Candidate(new ProviderSlug(provider), Money.usd(price), Money.usd(cost), 1, 5);
    }

    private static void list(String provider, String cost, String price, int stock) {
        LISTINGS.store(
                new ProviderSlug(provider),
                1,
                List.of(new Listing(WHATSAPP, US, Money.usd(cost), Money.usd(price), stock)));
    }
}

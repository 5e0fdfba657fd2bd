package com.nexnum.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceChangesTest {

    @Test
    void what_came_is_listed_at_its_price() {
        assertThat(between(List.of(), priced("US", "0.10", 5)))
                .containsExactly(listing("US", "0.10", "0.12", 5));
    }

    @Test
    void what_is_the_same_is_no_change() {
        assertThat(between(List.of(listing("US", "0.10", "0.12", 5)), priced("US", "0.10", 5)))
                .isEmpty();
    }

    @Test
    void a_new_cost_or_stock_is_a_change() {
        var before = List.of(listing("US", "0.10", "0.12", 5));
        assertThat(between(before, priced("US", "0.10", 4)))
                .containsExactly(listing("US", "0.10", "0.12", 4));
        assertThat(between(before, priced("US", "0.20", 5)))
                .containsExactly(listing("US", "0.20", "0.24", 5));
    }

    @Test
    void what_went_has_no_stock_and_goes_once() {
        var gone = listing("US", "0.10", "0.12", 0);
        assertThat(between(List.of(listing("US", "0.10", "0.12", 5)))).containsExactly(gone);
        assertThat(between(List.of(gone))).isEmpty();
    }

    @Test
    void of_several_ways_to_the_same_the_cheapest_that_is_there_counts() {
        var ways =
                new Priced[] {
                    priced("US", "0.20", 9), priced("US", "0.10", 5), priced("US", "0.05", 0)
                };
        var listed = listing("US", "0.10", "0.12", 5);
        assertThat(between(List.of(), ways)).containsExactly(listed);
        assertThat(between(List.of(listed), ways)).isEmpty();
    }

    private static List<Listing> between(List<Listing> before, Priced... now) {
        return PriceChanges.between(before, List.of(now), new Margin(20));
    }

    private static Priced priced(String country, String cost, int stock) {
        return new Priced(
                new ServiceCode("whatsapp"), new CountryCode(country), Money.usd(cost), stock);
    }

    private static Listing listing(String country, String cost, String price, int stock) {
        return new Listing(
                new ServiceCode("whatsapp"),
                new CountryCode(country),
                Money.usd(cost),
                Money.usd(price),
                stock);
    }
}

package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.Upstream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {country: {product: {operator: {cost, count}}}}}. We let 5sim choose the operator,
 * so an offer is the lowest cost and what is in stock at that cost.
 */
final class PriceTable {

    private final CodeBook codes;
    private final Tariff tariff;

    PriceTable(CodeBook codes, Tariff tariff) {
        this.codes = codes;
        this.tariff = tariff;
    }

    List<Priced> read(JsonNode table) {
        var offers = new ArrayList<Priced>();
        for (var country : table.properties()) {
            for (var product : country.getValue().properties()) {
                var priced = priced(country.getKey(), product.getKey(), product.getValue());
                if (priced != null) {
                    offers.add(priced);
                }
            }
        }
        return offers;
    }

    private @Nullable Priced priced(String country, String product, JsonNode operators) {
        var ourCountry = codes.country(country).orElse(null);
        var ourService = codes.service(product).orElse(null);
        if (ourCountry == null || ourService == null) {
            return null;
        }
        // Two of its words may mean one of ours; we buy by one of them only.
        if (!codes.upstream(ourCountry).equals(Optional.of(country))
                || !codes.upstream(ourService).equals(Optional.of(product))) {
            return null;
        }
        BigDecimal cheapest = null;
        long stock = 0;
        for (var operator : operators.properties()) {
            var cost = Upstream.decimal(operator.getValue().get("cost"));
            var count = Upstream.decimal(operator.getValue().get("count"));
            if (cost == null || count == null || count.signum() == 0) {
                continue;
            }
            int order = cheapest == null ? -1 : cost.compareTo(cheapest);
            stock = order < 0 ? count.longValue() : order == 0 ? stock + count.longValue() : stock;
            cheapest = order < 0 ? cost : cheapest;
        }
        return cheapest == null || stock == 0
                ? null
                : new Priced(
                        ourService,
                        ourCountry,
                        tariff.toUsd(cheapest),
                        (int) Math.min(stock, Integer.MAX_VALUE));
    }
}

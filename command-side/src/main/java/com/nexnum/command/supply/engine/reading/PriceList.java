package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sells, out of any nesting. Where one service in one country has several prices
 * (operators, sub-providers, tiers), an offer is the lowest and what is in stock at that price.
 */
public final class PriceList {

    private final Reading reading;
    private final Endpoint endpoint;
    private final CodeBook codes;
    private final Tariff tariff;
    private final Map<Goods, Shelf> shelves = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final boolean withRows;

    /**
     * @param withRows whether to keep what became of each row, for people who try a document out
     */
    public PriceList(
            Reading reading, Endpoint endpoint, CodeBook codes, Tariff tariff, boolean withRows) {
        this.reading = reading;
        this.endpoint = endpoint;
        this.codes = codes;
        this.tariff = tariff;
        this.withRows = withRows;
    }

    public List<Priced> read() {
        var root = endpoint.rows();
        var start = root == null ? reading.scope() : reading.scope().at(root.in(reading.scope()));
        if (endpoint.walk().isEmpty() && start.input() instanceof List<?> list) {
            list.forEach(item -> take(start.at(item)));
        } else {
            new PriceWalk(endpoint.walk(), this::take).over(start);
        }
        return shelves.entrySet().stream()
                .map(entry -> entry.getValue().priced(entry.getKey(), tariff))
                .toList();
    }

    /** What became of every row, where that was asked for. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private void take(Scope leaf) {
        var service = word("service", leaf);
        var country = word("country", leaf);
        var cost = Values.decimal(found("cost", "price", leaf));
        var count =
                endpoint.field("count") == null
                        ? Integer.valueOf(1)
                        : Values.count(reading.field("count", leaf));
        var ourService = service == null ? null : codes.service(service).orElse(null);
        var ourCountry = country == null ? null : codes.country(country).orElse(null);
        var dropped = dropped(service, country, ourService, ourCountry, cost, count);
        if (withRows) {
            rows.add(new Row(service, country, cost, count, dropped));
        }
        if (dropped == null
                && ourService != null
                && ourCountry != null
                && cost != null
                && count != null) {
            shelves.computeIfAbsent(new Goods(ourService, ourCountry), _ -> new Shelf())
                    .add(cost, count);
        }
    }

    private @Nullable String dropped(
            @Nullable String service,
            @Nullable String country,
            @Nullable ServiceCode ourService,
            @Nullable CountryCode ourCountry,
            @Nullable BigDecimal cost,
            @Nullable Integer count) {
        if (ourService == null) {
            return service == null ? "no service" : "we have no service for it";
        }
        if (ourCountry == null) {
            return country == null ? "no country" : "we have no country for it";
        }
        if (cost == null || count == null) {
            return cost == null ? "no price that can be read" : "no stock that can be read";
        }
        if (count == 0) {
            return "none in stock";
        }
        // Two of its words may mean one of ours; we buy by one of them only.
        boolean asBought =
                codes.upstream(ourCountry).equals(Optional.ofNullable(country))
                        && codes.upstream(ourService).equals(Optional.ofNullable(service));
        return asBought ? null : "another word of the provider is used for it";
    }

    private @Nullable String word(String name, Scope leaf) {
        return Values.text(found(name, name, leaf));
    }

    private @Nullable Object found(String name, String level, Scope leaf) {
        return endpoint.field(name) == null
                ? leaf.variables().get(level)
                : reading.field(name, leaf);
    }

    private record Goods(ServiceCode service, CountryCode country) {}

    /**
     * @param dropped why it is not among the offers; null when it is
     */
    public record Row(
            @Nullable String service,
            @Nullable String country,
            @Nullable BigDecimal cost,
            @Nullable Integer count,
            @Nullable String dropped) {}

    private static final class Shelf {

        private @Nullable BigDecimal cheapest;
        private long stock;

        void add(BigDecimal cost, int count) {
            int order = cheapest == null ? -1 : cost.compareTo(cheapest);
            stock = order < 0 ? count : order == 0 ? stock + count : stock;
            cheapest = order < 0 ? cost : cheapest;
        }

        Priced priced(Goods goods, Tariff tariff) {
            var cost = cheapest == null ? BigDecimal.ZERO : cheapest;
            int some = (int) Math.min(stock, Integer.MAX_VALUE);
            return new Priced(goods.service(), goods.country(), tariff.toUsd(cost), some);
        }
    }
}

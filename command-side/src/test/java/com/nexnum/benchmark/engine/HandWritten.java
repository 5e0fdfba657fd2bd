package com.nexnum.benchmark.engine;

import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.command.supply.http.Query;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamCall;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The yardstick: the same protocol, spoken by code that knows no other. */
final class HandWritten {

    private static final String PATH = "/stubs/handler_api.php?";

    private final URI base;
    private final String key;

    HandWritten(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    record Sale(UpstreamId id, E164 phone, @Nullable Money cost) {}

    UpstreamCall buy(String service, String country, String maxPrice, String reference) {
        var query = new LinkedHashMap<String, String>();
        query.put("action", "getNumberV2");
        query.put("service", service);
        query.put("country", country);
        query.put("maxPrice", maxPrice);
        query.put("orderId", reference);
        query.put("api_key", key);
        return new UpstreamCall(
                "POST",
                URI.create(base + PATH + Query.of(query)),
                Map.of(),
                new byte[0],
                Duration.ofSeconds(15));
    }

    @Nullable Sale bought(String body) {
        var json = Upstream.json(body);
        if (json == null) {
            return null;
        }
        var id = Upstream.id(json.get("activationId"));
        var phone = Upstream.phone(json.get("phoneNumber"));
        var cost = Upstream.decimal(json.get("activationCost"));
        return id == null || phone == null
                ? null
                : new Sale(id, phone, cost == null ? null : Tariff.DOLLARS.toUsd(cost));
    }

    List<Priced> prices(String body, Goods goods) {
        var offers = new ArrayList<Priced>();
        var json = Objects.requireNonNull(Upstream.json(body));
        json.properties()
                .forEach(country -> {
                    var ours = goods.country(country.getKey()).orElse(null);
                    if (ours != null) {
                        country.getValue()
                                .properties()
                                .forEach(service -> {
                                    var known = goods.service(service.getKey()).orElse(null);
                                    BigDecimal cost =
                                            Upstream.decimal(service.getValue().get("cost"));
                                    int count = service.getValue().path("count").asInt(0);
                                    if (known != null && cost != null && count > 0) {
                                        offers.add(
                                                new Priced(
                                                        known,
                                                        ours,
                                                        Tariff.DOLLARS.toUsd(cost),
                                                        count));
                                    }
                                });
                    }
                });
        return offers;
    }
}

package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code {country: {service: {cost, count}}}}; what we could not buy is left out. */
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
            for (var service : country.getValue().properties()) {
                var priced = priced(country.getKey(), service.getKey(), service.getValue());
                if (priced != null) {
                    offers.add(priced);
                }
            }
        }
        return offers;
    }

    private @Nullable Priced priced(String country, String service, JsonNode leaf) {
        var ourCountry = codes.country(country).orElse(null);
        var ourService = codes.service(service).orElse(null);
        var cost = Upstream.decimal(leaf.get("cost"));
        var count = Upstream.decimal(leaf.get("count"));
        if (ourCountry == null || ourService == null || cost == null || count == null) {
            return null;
        }
        // Two of its words may mean one of ours; we buy by one of them only.
        if (!codes.upstream(ourCountry).equals(Optional.of(country))
                || !codes.upstream(ourService).equals(Optional.of(service))) {
            return null;
        }
        int stock = count.intValue();
        return stock > 0 ? new Priced(ourService, ourCountry, tariff.toUsd(cost), stock) : null;
    }
}

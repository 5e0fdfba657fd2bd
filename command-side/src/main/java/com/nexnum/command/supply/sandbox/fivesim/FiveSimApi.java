package com.nexnum.command.supply.sandbox.fivesim;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;
import static com.nexnum.command.supply.sandbox.SandboxReply.text;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Api;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Change;
import com.nexnum.command.supply.sandbox.Purchase;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxCountry;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxService;
import com.nexnum.command.supply.sandbox.Shelf;
import com.nexnum.command.supply.sandbox.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The 5sim protocol: JSON orders under paths, errors as plain sentences. */
public final class FiveSimApi implements Api {

    private static final SandboxReply NOT_FOUND = text(404, "order not found");

    private final SandboxMarket market;
    private final String apiKey;

    public FiveSimApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
    }

    @Override
    public Call kind(SandboxRequest request) {
        return switch (verb(request)) {
            case "user/buy" -> Call.BUY;
            case "user/check" -> Call.STATUS;
            case "user/finish", "user/cancel" -> Call.CHANGE;
            case "user/orders" -> Call.ACTIVE;
            case "guest/prices" -> Call.PRICES;
            case "user/profile" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        if (request.segment(0).equals("user") && !request.bearer().equals(apiKey)) {
            return text(401, "Unauthorized");
        }
        return switch (verb(request)) {
            case "user/profile" -> profile();
            case "user/buy" -> buy(request);
            case "user/check" -> order(request, sale -> FiveSimOrders.told(sale, market.now()));
            case "user/finish" -> order(request, sale -> changed(sale, market.finish(sale.id())));
            case "user/cancel" -> order(request, sale -> changed(sale, market.cancel(sale.id())));
            case "user/orders" -> FiveSimOrders.page(request, market);
            case "guest/prices" -> prices(request);
            default -> text(404, "404 page not found");
        };
    }

    private static String verb(SandboxRequest request) {
        return request.segment(0) + "/" + request.segment(1);
    }

    private SandboxReply profile() {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("id", 1);
        profile.put("email", "sandbox@example.com");
        profile.put("vendor", "demo");
        profile.put("default_forwarding_number", "");
        profile.put("balance", dollars(market.balanceMicros()));
        profile.put("rating", 96);
        profile.put("default_country", Map.of("name", "england", "iso", "gb", "prefix", "+44"));
        profile.put("default_operator", Map.of("name", ""));
        profile.put("frozen_balance", 0);
        return json(profile);
    }

    private SandboxReply buy(SandboxRequest request) {
        var country =
                SandboxCountry.first(one -> one.slug().equals(request.segment(3))).orElse(null);
        var service =
                SandboxService.first(one -> one.slug().equals(request.segment(5))).orElse(null);
        if (!request.segment(2).equals("activation") || country == null) {
            return text(400, "bad country");
        }
        if (!request.segment(4).equals("any")) {
            return text(400, "bad operator");
        }
        if (service == null) {
            return text(400, "no product");
        }
        var wish = Wish.of(service, country, request.micros("maxPrice"), Protocol.FIVE_SIM);
        return switch (market.buy(wish.withAllSms())) {
            case Purchase.Sold(var sale) -> json(FiveSimOrders.order(sale, market.now()));
            case Purchase.NoNumbers _, Purchase.TooCheap _ -> text("no free phones");
            case Purchase.NoBalance _ -> text(400, "not enough user balance");
            case Purchase.Repeated _ -> text(400, "bad operator");
        };
    }

    private SandboxReply order(SandboxRequest request, Function<Sale, SandboxReply> what) {
        return market.find(request.segment(2)).map(what).orElse(NOT_FOUND);
    }

    private SandboxReply changed(Sale before, Change change) {
        return switch (change) {
            case DONE -> FiveSimOrders.told(market.find(before.id()).orElse(before), market.now());
            case UNKNOWN, NOT_NOW -> NOT_FOUND;
            case TOO_EARLY -> text(400, "you need to wait time");
            case HAS_SMS -> text(400, "order has sms");
            case NO_SMS -> text(400, "order no sms");
        };
    }

    private SandboxReply prices(SandboxRequest request) {
        var country = request.parameter("country");
        var product = request.parameter("product");
        var table = new LinkedHashMap<String, Map<String, Object>>();
        for (var shelf : market.shelves()) {
            if ((country.isEmpty() || shelf.country().slug().equals(country))
                    && (product.isEmpty() || shelf.service().slug().equals(product))) {
                table.computeIfAbsent(shelf.country().slug(), _ -> new LinkedHashMap<>())
                        .put(shelf.service().slug(), operators(shelf));
            }
        }
        return json(table);
    }

    private static Map<String, Object> operators(Shelf shelf) {
        return Map.of(
                "virtual21",
                Map.of("cost", dollars(shelf.priceMicros()), "count", shelf.stock(), "rate", 94),
                "virtual4",
                Map.of("cost", dollars(shelf.priceMicros() * 2), "count", 0, "rate", 80));
    }
}

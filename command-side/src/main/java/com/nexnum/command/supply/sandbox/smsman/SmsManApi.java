package com.nexnum.command.supply.sandbox.smsman;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

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
import com.nexnum.command.supply.sandbox.Wish;
import java.util.LinkedHashMap;
import java.util.Map;

/** sms-man: ids of its own for everything, and a number that waits is told as an error. */
public final class SmsManApi implements Api {

    public static final Protocol PROTOCOL = new Protocol("sms-man");

    private static final int FIRST_APPLICATION = 101;
    private static final String GONE = "Current request not exists";

    private final SandboxMarket market;
    private final String apiKey;

    public SmsManApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
    }

    @Override
    public Call kind(SandboxRequest request) {
        return switch (request.segment(1)) {
            case "get-number" -> Call.BUY;
            case "get-sms" -> Call.STATUS;
            case "set-status" -> Call.CHANGE;
            case "get-prices" -> Call.PRICES;
            case "get-balance" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        if (!request.parameter("token").equals(apiKey)) {
            // What is wrong with a parameter is told as an object.
            return failed(400, "wrong_token", Map.of("token", "Wrong token"));
        }
        return switch (request.segment(1)) {
            case "get-number" -> buy(request);
            case "get-sms" -> sms(request);
            case "set-status" -> setStatus(request);
            case "get-prices" -> prices();
            case "get-balance" ->
                    json(Map.of("balance", dollars(market.balanceMicros()).toPlainString()));
            case "applications" -> applications();
            case "countries" -> countries();
            default -> failed(400, "wrong_method", "Method not exists");
        };
    }

    private static SandboxReply failed(int status, String code, Object message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("success", false);
        body.put("error_code", code);
        body.put("error_msg", message);
        return json(status, body);
    }

    private static String id(SandboxService service) {
        return String.valueOf(FIRST_APPLICATION + SandboxService.ALL.indexOf(service));
    }

    private static String id(SandboxCountry country) {
        return String.valueOf(1 + SandboxCountry.ALL.indexOf(country));
    }

    private SandboxReply buy(SandboxRequest request) {
        var application = request.parameter("application_id");
        var place = request.parameter("country_id");
        var service = SandboxService.first(it -> id(it).equals(application)).orElse(null);
        var country = SandboxCountry.first(it -> id(it).equals(place)).orElse(null);
        if (service == null) {
            return failed(400, "wrong_application_id", "Wrong application_id");
        }
        if (country == null) {
            return failed(400, "wrong_country_id", "Wrong country_id");
        }
        var wish = Wish.of(service, country, request.micros("maxPrice"), PROTOCOL);
        return switch (market.buy(wish)) {
            case Purchase.Sold(var sale) -> json(numbered(sale));
            case Purchase.NoNumbers _, Purchase.TooCheap _ ->
                    failed(200, "no_numbers", "No numbers, try again.");
            case Purchase.NoBalance _ -> failed(200, "balance", "Insufficient balance");
            case Purchase.Repeated _ -> failed(200, "wrong_ref", "Wrong ref");
        };
    }

    private static Map<String, Object> numbered(Sale sale) {
        var numbered = new LinkedHashMap<String, Object>();
        numbered.put("request_id", sale.id());
        numbered.put("country_id", id(sale.country()));
        numbered.put("application_id", id(sale.service()));
        numbered.put("number", sale.number().value().substring(1));
        return numbered;
    }

    private SandboxReply sms(SandboxRequest request) {
        var sale = market.find(request.parameter("request_id")).orElse(null);
        boolean gone =
                sale == null
                        || sale.state() == Sale.State.CANCELLED
                        || sale.state() == Sale.State.EXPIRED;
        if (sale == null || gone) {
            return failed(200, "wrong_request_id", GONE);
        }
        var told = numbered(sale);
        var arrived = sale.arrived(market.now());
        if (arrived.isEmpty() || sale.awaitsAnother(market.now())) {
            told.put("error_code", "wait_sms");
            told.put("error_msg", "Still waiting...");
        } else {
            told.put("sms_code", arrived.getLast().code());
        }
        return json(told);
    }

    private SandboxReply setStatus(SandboxRequest request) {
        var sale = market.find(request.parameter("request_id")).orElse(null);
        if (sale == null) {
            return failed(200, "wrong_request_id", GONE);
        }
        var change =
                switch (request.parameter("status")) {
                    case "reject" -> market.cancel(sale.id());
                    case "close", "used" -> market.finish(sale.id());
                    case "retrysms" -> another(sale);
                    case "ready" -> Change.DONE;
                    default -> Change.NOT_NOW;
                };
        return switch (change) {
            case DONE -> json(Map.of("request_id", sale.id(), "success", true));
            case UNKNOWN -> failed(200, "wrong_request_id", GONE);
            case TOO_EARLY, HAS_SMS, NO_SMS, NOT_NOW ->
                    failed(200, "wrong_status", "Status can not be changed");
        };
    }

    private Change another(Sale sale) {
        return sale.awaitsAnother(market.now()) ? Change.DONE : market.another(sale.id());
    }

    private SandboxReply prices() {
        var table = new LinkedHashMap<String, Map<String, Object>>();
        for (var shelf : market.shelves()) {
            table.computeIfAbsent(id(shelf.country()), _ -> new LinkedHashMap<>())
                    .put(
                            id(shelf.service()),
                            Map.of(
                                    "cost", dollars(shelf.priceMicros()).toPlainString(),
                                    "count", shelf.stock()));
        }
        return json(table);
    }

    private static SandboxReply applications() {
        var all = new LinkedHashMap<String, Object>();
        for (var service : SandboxService.ALL) {
            all.put(id(service), Map.of("id", id(service), "title", service.name()));
        }
        return json(all);
    }

    private static SandboxReply countries() {
        var all = new LinkedHashMap<String, Object>();
        for (var country : SandboxCountry.ALL) {
            all.put(id(country), Map.of("id", id(country), "title", country.name()));
        }
        return json(all);
    }
}

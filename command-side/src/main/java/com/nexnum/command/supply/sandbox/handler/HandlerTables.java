package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;

import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxCountry;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxService;
import com.nexnum.command.supply.sandbox.SandboxSms;
import com.nexnum.command.supply.sandbox.SandboxTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the SMS-Activate protocol tells in JSON. */
final class HandlerTables {

    static final int US_DOLLARS = 840;
    private static final int MOST = 100;

    private final SandboxMarket market;
    private final Host host;

    HandlerTables(SandboxMarket market, Host host) {
        this.market = market;
        this.host = host;
    }

    static Optional<SandboxService> service(String code) {
        return SandboxService.first(service -> service.code().equals(code));
    }

    static Optional<SandboxCountry> country(String id) {
        return SandboxCountry.first(country -> country.id().equals(id));
    }

    static String digits(Sale sale) {
        return sale.number().value().substring(1);
    }

    SandboxReply prices(SandboxRequest request) {
        var code = request.parameter("service");
        var id = request.parameter("country");
        if (!code.isEmpty() && service(code).isEmpty()) {
            return jsonAsHtml(Map.of("status", "false", "msg", "service is incorrect"));
        }
        if (!id.isEmpty() && country(id).isEmpty()) {
            return jsonAsHtml(Map.of("status", "false", "msg", "country is incorrect"));
        }
        var table = new LinkedHashMap<String, Map<String, Object>>();
        for (var shelf : market.shelves()) {
            if ((code.isEmpty() || shelf.service().code().equals(code))
                    && (id.isEmpty() || shelf.country().id().equals(id))) {
                table.computeIfAbsent(shelf.country().id(), _ -> new LinkedHashMap<>())
                        .put(shelf.service().code(), host.priced(shelf));
            }
        }
        return jsonAsHtml(table);
    }

    SandboxReply numbersStatus(SandboxRequest request) {
        var counts = new LinkedHashMap<String, String>();
        for (var shelf : market.shelves()) {
            if (shelf.country().id().equals(request.parameter("country"))) {
                counts.put(shelf.service().code() + "_0", String.valueOf(shelf.stock()));
            }
        }
        return counts.isEmpty() ? SandboxReply.text("BAD_COUNTRY") : jsonAsHtml(counts);
    }

    SandboxReply countries() {
        var countries = new LinkedHashMap<String, Object>();
        for (var country : SandboxCountry.ALL) {
            var one = new LinkedHashMap<String, Object>();
            one.put("id", Integer.valueOf(country.id()));
            one.put("rus", country.name());
            one.put("eng", country.name());
            one.put("chn", country.name());
            one.put("visible", 1);
            one.put("retry", 1);
            one.put("rent", 0);
            one.put("multiService", 0);
            countries.put(country.id(), one);
        }
        return jsonAsHtml(countries);
    }

    SandboxReply services() {
        var services =
                SandboxService.ALL.stream()
                        .map(service -> Map.of("code", service.code(), "name", service.name()))
                        .toList();
        return jsonAsHtml(Map.of("status", "success", "services", services));
    }

    SandboxReply active(SandboxRequest request) {
        var open = market.sales(host.protocol()).stream().filter(Sale::isOpen).toList();
        int start = request.number("start", 0);
        int limit = Math.min(MOST, request.number("limit", MOST));
        var page = open.stream().skip(start).limit(limit).map(this::held).toList();
        return page.isEmpty()
                ? jsonAsHtml(Map.of("status", "error", "error", "NO_ACTIVATIONS"))
                : jsonAsHtml(Map.of("status", "success", "activeActivations", page));
    }

    private Map<String, Object> held(Sale sale) {
        var arrived = sale.arrived(market.now());
        var held = new LinkedHashMap<String, Object>();
        held.put("activationId", String.valueOf(sale.id()));
        held.put("serviceCode", sale.service().code());
        held.put("phoneNumber", digits(sale));
        held.put("activationCost", dollars(sale.priceMicros()));
        held.put("activationStatus", "4");
        held.put("smsCode", arrived.isEmpty() ? null : codes(arrived));
        held.put("smsText", arrived.isEmpty() ? null : arrived.getLast().text());
        held.put("activationTime", SandboxTime.text(sale.boughtAt()));
        held.put("discount", "0");
        held.put("repeated", "0");
        held.put("countryCode", sale.country().id());
        held.put("countryName", sale.country().name());
        held.put("canGetAnotherSms", "1");
        held.put("currency", US_DOLLARS);
        return held;
    }

    private static List<String> codes(List<SandboxSms> messages) {
        return messages.stream().map(SandboxSms::code).toList();
    }
}

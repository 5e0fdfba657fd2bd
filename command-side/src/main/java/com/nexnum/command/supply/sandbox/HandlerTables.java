package com.nexnum.command.supply.sandbox;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;

import com.nexnum.command.supply.Protocol;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the SMS-Activate protocol tells in JSON. */
final class HandlerTables {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int US_DOLLARS = 840;
    private static final int MOST = 100;

    private final SandboxMarket market;

    HandlerTables(SandboxMarket market) {
        this.market = market;
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

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static Map<String, Object> sold(Sale sale) {
        var sold = new LinkedHashMap<String, Object>();
        sold.put("activationId", sale.id());
        sold.put("phoneNumber", digits(sale));
        sold.put("activationCost", dollars(sale.priceMicros()));
        sold.put("currency", US_DOLLARS);
        sold.put("countryCode", sale.country().id());
        sold.put("countryPhoneCode", sale.country().prefix());
        sold.put("canGetAnotherSms", "1");
        sold.put("activationTime", time(sale.boughtAt()));
        sold.put("activationEndTime", time(sale.endsAt()));
        sold.put("activationOperator", "any");
        return sold;
    }

    static Map<String, Object> sms(SandboxSms sms) {
        var told = new LinkedHashMap<String, Object>();
        told.put("dateTime", time(sms.at()));
        told.put("code", sms.code());
        told.put("text", sms.text());
        return Map.of("verificationType", 2, "sms", told);
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
                        .put(
                                shelf.service().code(),
                                Map.of(
                                        "cost", dollars(shelf.priceMicros()),
                                        "count", shelf.stock(),
                                        "physicalCount", shelf.stock()));
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
        var open = market.sales(Protocol.SMS_ACTIVATE).stream().filter(Sale::isOpen).toList();
        int start = number(request.parameter("start"), 0);
        int limit = Math.min(MOST, number(request.parameter("limit"), MOST));
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
        held.put("activationTime", time(sale.boughtAt()));
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

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
    }
}

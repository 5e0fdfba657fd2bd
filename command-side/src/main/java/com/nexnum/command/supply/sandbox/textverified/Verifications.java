package com.nexnum.command.supply.sandbox.textverified;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxService;
import com.nexnum.command.supply.sandbox.SandboxSms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How TextVerified writes verifications, their messages and its services. */
final class Verifications {

    private static final String ID = "lr_";
    private static final int PAGE = 50;

    private final SandboxMarket market;

    Verifications(SandboxMarket market) {
        this.market = market;
    }

    /** The number of a sale in its id, {@code lr_4711}. */
    static Optional<Long> number(String id) {
        return id.matches("lr_[0-9]{1,18}")
                ? Optional.of(Long.valueOf(id.substring(ID.length())))
                : Optional.empty();
    }

    /** Where the caller sees this API. */
    static String address(SandboxRequest request) {
        return "http://" + request.header("host") + "/textverified/api/pub/v2";
    }

    Map<String, Object> told(Sale sale, SandboxRequest request) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", ID + sale.id());
        told.put("number", sale.number().value().substring(2));
        told.put("serviceName", sale.service().slug());
        told.put("state", state(sale));
        told.put("totalCost", dollars(sale.priceMicros()));
        told.put("createdAt", sale.boughtAt().toString());
        told.put("endsAt", sale.endsAt().toString());
        told.put("sms", link(request, "/sms?reservationId=" + sale.id()));
        return told;
    }

    SandboxReply page(SandboxRequest request) {
        var all = market.sales(TextVerifiedApi.PROTOCOL).reversed();
        int from = request.number("cursor", 0);
        var rows = all.stream().skip(from).limit(PAGE).map(sale -> told(sale, request)).toList();
        int next = from + PAGE;
        var page = new LinkedHashMap<String, Object>();
        page.put("data", rows);
        page.put("hasNext", next < all.size());
        page.put("count", rows.size());
        if (next < all.size()) {
            page.put("links", Map.of("next", link(request, "/verifications?cursor=" + next)));
        }
        return json(page);
    }

    private static Map<String, Object> link(SandboxRequest request, String below) {
        return Map.of("method", "GET", "href", address(request) + below);
    }

    SandboxReply messages(Sale sale) {
        var told = sale.arrived(market.now()).stream().map(Verifications::message).toList();
        return json(Map.of("data", told, "hasNext", false, "count", told.size()));
    }

    private static Map<String, Object> message(SandboxSms sms) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", "sms_" + sms.id());
        told.put("createdAt", sms.at().toString());
        told.put("smsContent", sms.text());
        told.put("parsedCode", sms.code().isEmpty() ? null : sms.code());
        return told;
    }

    /** One message completes a verification; later ones are only added. */
    private String state(Sale sale) {
        return switch (sale.state()) {
            case OPEN, FINISHED ->
                    sale.arrived(market.now()).isEmpty()
                            ? "verificationPending"
                            : "verificationCompleted";
            case CANCELLED -> "verificationCanceled";
            case EXPIRED -> "verificationTimedOut";
        };
    }

    SandboxReply services() {
        var rows = new ArrayList<Map<String, String>>();
        for (var service : SandboxService.ALL) {
            rows.add(Map.of("serviceName", service.slug(), "capability", "sms"));
            rows.add(Map.of("serviceName", service.slug(), "capability", "voice"));
        }
        rows.add(Map.of("serviceName", "somethingonlythere", "capability", "sms"));
        return json(List.copyOf(rows));
    }
}

package com.nexnum.command.supply.sandbox.fivesim;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxSms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How 5sim writes orders. */
final class FiveSimOrders {

    private FiveSimOrders() {}

    static SandboxReply told(Sale sale, Instant now) {
        return json(order(sale, now));
    }

    static Map<String, Object> order(Sale sale, Instant now) {
        var order = new LinkedHashMap<String, Object>();
        order.put("id", sale.id());
        order.put("phone", sale.number().value());
        order.put("operator", "virtual21");
        order.put("product", sale.service().slug());
        order.put("price", dollars(sale.priceMicros()));
        order.put("status", status(sale, now));
        order.put("expires", sale.endsAt().toString());
        order.put("sms", sale.arrived(now).stream().map(FiveSimOrders::sms).toList());
        order.put("created_at", sale.boughtAt().toString());
        order.put("forwarding", false);
        order.put("forwarding_number", "");
        order.put("country", sale.country().slug());
        return order;
    }

    static SandboxReply page(SandboxRequest request, SandboxMarket market) {
        var all = market.sales(Protocol.FIVE_SIM);
        var ordered = request.parameter("reverse").equals("true") ? all.reversed() : all;
        var now = market.now();
        var page =
                ordered.stream()
                        .skip(request.number("offset", 0))
                        .limit(request.number("limit", 15))
                        .map(sale -> order(sale, now))
                        .toList();
        return json(
                Map.of(
                        "Data", page,
                        "ProductNames", List.of(),
                        "Statuses", List.of(),
                        "Total", all.size()));
    }

    /** RECEIVED before any SMS too, as the real one does. */
    private static String status(Sale sale, Instant now) {
        return switch (sale.state()) {
            case OPEN -> now.equals(sale.boughtAt()) ? "PENDING" : "RECEIVED";
            case FINISHED -> "FINISHED";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "TIMEOUT";
        };
    }

    private static Map<String, Object> sms(SandboxSms sms) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", sms.id());
        told.put("created_at", sms.at().toString());
        told.put("date", sms.at().toString());
        told.put("sender", sms.sender());
        told.put("text", sms.text());
        told.put("code", sms.code());
        told.put("is_wave", false);
        told.put("wave_uuid", "");
        return told;
    }
}

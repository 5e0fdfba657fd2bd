package com.nexnum.command.supply.sandbox.smspool;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxTime;
import com.nexnum.command.supply.sandbox.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How SMSPool writes orders and prices. */
final class SmsPoolOrders {

    private static final int LETTERS = 26;
    private static final int PENDING = 1;
    private static final int COMPLETED = 3;
    private static final int REFUNDED = 6;

    private final SandboxMarket market;

    SmsPoolOrders(SandboxMarket market) {
        this.market = market;
    }

    /** {@code QKZJWMXABC}: letters only. */
    static String code(long id) {
        var code = new StringBuilder();
        for (long rest = id; rest > 0; rest /= LETTERS) {
            code.append((char) ('A' + rest % LETTERS));
        }
        return code.reverse().toString();
    }

    static Optional<Long> id(String code) {
        if (!code.matches("[A-Z]{1,12}")) {
            return Optional.empty();
        }
        long id = 0;
        for (int i = 0; i < code.length(); i++) {
            id = id * LETTERS + (code.charAt(i) - 'A');
        }
        return Optional.of(id);
    }

    SandboxReply sold(Sale sale) {
        var prefix = sale.country().prefix();
        var digits = sale.number().value().substring(1);
        var sold = new LinkedHashMap<String, Object>();
        sold.put("success", 1);
        sold.put("number", Long.valueOf(digits));
        sold.put("cc", prefix);
        sold.put("phonenumber", digits.substring(prefix.length()));
        sold.put("order_id", code(sale.id()));
        sold.put("country", sale.country().name());
        sold.put("service", sale.service().name());
        sold.put("pool", 5);
        sold.put("expires_in", left(sale, market.now()));
        sold.put("message", "You have successfully ordered a number");
        sold.put("cost", dollars(sale.priceMicros()).toPlainString());
        return json(sold);
    }

    SandboxReply told(Sale sale) {
        var now = market.now();
        var arrived = sale.arrived(now);
        var told = new LinkedHashMap<String, Object>();
        if (sale.state() == Sale.State.CANCELLED || sale.state() == Sale.State.EXPIRED) {
            told.put("status", REFUNDED);
            told.put("message", "This order has been refunded");
        } else if (arrived.isEmpty() || sale.awaitsAnother(now)) {
            told.put("status", PENDING);
            told.put("message", "pending");
        } else {
            var last = arrived.getLast();
            told.put("status", COMPLETED);
            told.put("sms", last.code());
            told.put("full_sms", last.text());
            told.put("received_at", SandboxTime.text(last.at()));
        }
        told.put("resend", 0);
        told.put("time_left", left(sale, now));
        return json(told);
    }

    SandboxReply active() {
        return json(
                market.sales(SmsPoolApi.PROTOCOL).stream()
                        .filter(Sale::isOpen)
                        .map(this::held)
                        .toList());
    }

    private Map<String, Object> held(Sale sale) {
        var arrived = sale.arrived(market.now());
        var held = new LinkedHashMap<String, Object>();
        held.put("timestamp", SandboxTime.text(sale.boughtAt()));
        held.put("order_code", code(sale.id()));
        held.put("phonenumber", sale.number().value().substring(1));
        held.put("code", arrived.isEmpty() ? "0" : arrived.getLast().code());
        held.put("full_code", arrived.isEmpty() ? "0" : arrived.getLast().text());
        held.put("short_name", sale.country().iso());
        held.put("service", sale.service().name());
        held.put("status", arrived.isEmpty() ? "pending" : "completed");
        held.put("expiry", sale.endsAt().getEpochSecond());
        held.put("cost", dollars(sale.priceMicros()).toPlainString());
        return held;
    }

    SandboxReply pricing() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var shelf : market.shelves()) {
            if (shelf.stock() > 0) {
                rows.add(row(shelf, 5, shelf.priceMicros()));
                rows.add(row(shelf, 7, shelf.priceMicros() * 2));
            }
        }
        return json(List.copyOf(rows));
    }

    private static Map<String, Object> row(Shelf shelf, int pool, long micros) {
        var row = new LinkedHashMap<String, Object>();
        row.put("service", Math.floorMod(shelf.service().slug().hashCode(), 2_000));
        row.put("service_name", shelf.service().name());
        row.put("country", Integer.parseInt(shelf.country().id()) + 1);
        row.put("country_name", shelf.country().name());
        row.put("short_name", shelf.country().iso());
        row.put("pool", pool);
        row.put("price", dollars(micros).toPlainString());
        return row;
    }

    private static long left(Sale sale, Instant now) {
        return Math.max(0, Duration.between(now, sale.endsAt()).toSeconds());
    }
}

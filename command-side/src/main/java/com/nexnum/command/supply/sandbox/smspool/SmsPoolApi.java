package com.nexnum.command.supply.sandbox.smspool;

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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SMSPool: forms, JSON with a success of 0 or 1, ids of letters, prices by pool. */
public final class SmsPoolApi implements Api {

    public static final Protocol PROTOCOL = new Protocol("smspool");

    private static final SandboxReply NOT_FOUND = failed("We could not find this order!");

    private final SandboxMarket market;
    private final String apiKey;
    private final SmsPoolOrders orders;

    public SmsPoolApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
        this.orders = new SmsPoolOrders(market);
    }

    @Override
    public Call kind(SandboxRequest request) {
        return switch (verb(request)) {
            case "purchase/sms" -> Call.BUY;
            case "sms/check" -> Call.STATUS;
            case "sms/cancel", "sms/archive", "sms/check_resend", "sms/resend" -> Call.CHANGE;
            case "request/active" -> Call.ACTIVE;
            case "request/pricing" -> Call.PRICES;
            case "request/balance" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        if (!request.parameter("key").equals(apiKey)) {
            return failed("Invalid API key");
        }
        return switch (verb(request)) {
            case "purchase/sms" -> buy(request);
            case "sms/check" -> order(request, orders::told);
            case "sms/cancel" -> order(request, sale -> cancelled(market.cancel(sale.id())));
            case "sms/archive" -> order(request, sale -> archived(market.finish(sale.id())));
            case "sms/check_resend" -> order(request, this::resendable);
            case "sms/resend" -> order(request, sale -> resent(market.another(sale.id())));
            case "request/active" -> orders.active();
            case "request/pricing" -> orders.pricing();
            case "request/balance" ->
                    json(Map.of("balance", dollars(market.balanceMicros()).toPlainString()));
            default -> json(404, Map.of("success", 0, "message", "This page does not exist"));
        };
    }

    private static String verb(SandboxRequest request) {
        return request.segment(0) + "/" + request.segment(1);
    }

    static SandboxReply failed(String message) {
        var errors = List.of(Map.of("message", message));
        return json(Map.of("success", 0, "message", message, "errors", errors));
    }

    private static SandboxReply done(String message) {
        return json(Map.of("success", 1, "message", message));
    }

    private SandboxReply buy(SandboxRequest request) {
        var country = request.parameter("country");
        var service = request.parameter("service");
        var where = SandboxCountry.first(it -> it.iso().equals(country)).orElse(null);
        var what = SandboxService.first(it -> it.name().equals(service)).orElse(null);
        if (what == null) {
            return failed("This service does not exist");
        }
        if (where == null) {
            return failed("This country does not exist");
        }
        return switch (market.buy(Wish.of(what, where, request.micros("max_price"), PROTOCOL))) {
            case Purchase.Sold(var sale) -> orders.sold(sale);
            case Purchase.NoNumbers _ ->
                    failed(
                            "<b>%s</b> in this country is currently not available, please try again later!"
                                    .formatted(what.name()));
            case Purchase.NoBalance _ ->
                    failed("Insufficient balance, <a href=\"/deposit\">deposit</a> first");
            case Purchase.TooCheap _ ->
                    failed("There are no pools below your maximum price of this service");
            case Purchase.Repeated _ -> failed("Duplicate order");
        };
    }

    private SandboxReply order(SandboxRequest request, Function<Sale, SandboxReply> what) {
        return SmsPoolOrders.id(request.parameter("orderid"))
                .flatMap(market::find)
                .map(what)
                .orElse(NOT_FOUND);
    }

    private static SandboxReply cancelled(Change change) {
        return switch (change) {
            case DONE -> done("The order has been cancelled, and you have been refunded.");
            case UNKNOWN -> NOT_FOUND;
            case TOO_EARLY -> failed("Your order cannot be cancelled yet, please try again later.");
            case HAS_SMS, NO_SMS, NOT_NOW -> failed("This order can not be refunded.");
        };
    }

    private static SandboxReply archived(Change change) {
        return switch (change) {
            case DONE -> done("The order has been archived.");
            case NOT_NOW -> failed("This order is already archived.");
            default -> failed("This order can not be archived.");
        };
    }

    private SandboxReply resendable(Sale sale) {
        return sale.arrived(market.now()).isEmpty() || !sale.isOpen()
                ? failed("This order can not be resent.")
                : json(
                        Map.of(
                                "success", 1,
                                "message", "This order can be resent",
                                "resends", 2,
                                "resendCost", 0));
    }

    private static SandboxReply resent(Change change) {
        return switch (change) {
            case DONE -> done("Your phone number has been requested again.");
            case NOT_NOW -> failed("This order is already waiting for a message.");
            default -> failed("This order can not be resent.");
        };
    }
}

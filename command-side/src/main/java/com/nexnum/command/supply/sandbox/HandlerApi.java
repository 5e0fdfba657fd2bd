package com.nexnum.command.supply.sandbox;

import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;
import static com.nexnum.command.supply.sandbox.SandboxReply.text;

import com.nexnum.command.supply.Protocol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SMS-Activate protocol: one address, words in plain text, the status always 200. */
final class HandlerApi implements Api {

    private final SandboxMarket market;
    private final String apiKey;
    private final HandlerTables tables;

    HandlerApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
        this.tables = new HandlerTables(market);
    }

    @Override
    public Call kind(SandboxRequest request) {
        return switch (request.parameter("action")) {
            case "getNumber", "getNumberV2" -> Call.BUY;
            case "getStatus", "getStatusV2" -> Call.STATUS;
            case "setStatus" -> Call.CHANGE;
            case "getActiveActivations" -> Call.ACTIVE;
            case "getPrices" -> Call.PRICES;
            case "getBalance" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        var key = request.parameter("api_key");
        if (key.isEmpty()) {
            return text("NO_KEY");
        }
        if (!key.equals(apiKey)) {
            return text("BAD_KEY");
        }
        return switch (request.parameter("action")) {
            case "getBalance" ->
                    text(
                            "ACCESS_BALANCE:"
                                    + BigDecimal.valueOf(market.balanceMicros(), 6)
                                            .setScale(4, RoundingMode.DOWN));
            case "getNumber" -> buy(request, false);
            case "getNumberV2" -> buy(request, true);
            case "getStatus" -> status(request, false);
            case "getStatusV2" -> status(request, true);
            case "setStatus" -> setStatus(request);
            case "getPrices" -> tables.prices(request);
            case "getNumbersStatus" -> tables.numbersStatus(request);
            case "getCountries" -> tables.countries();
            case "getServicesList" -> tables.services();
            case "getActiveActivations" -> tables.active(request);
            default -> text("BAD_ACTION");
        };
    }

    private SandboxReply buy(SandboxRequest request, boolean v2) {
        var service = HandlerTables.service(request.parameter("service")).orElse(null);
        var country = HandlerTables.country(request.parameter("country")).orElse(null);
        if (service == null) {
            return text("BAD_SERVICE");
        }
        if (country == null) {
            return text("BAD_COUNTRY");
        }
        var reference = v2 ? request.parameters().get("orderId") : null;
        var most = micros(request.parameters().get("maxPrice"));
        return switch (market.buy(service, country, most, reference, Protocol.SMS_ACTIVATE)) {
            case Purchase.Sold(var sale) ->
                    v2
                            ? jsonAsHtml(HandlerTables.sold(sale))
                            : text("ACCESS_NUMBER:" + sale.id() + ":" + HandlerTables.digits(sale));
            case Purchase.NoNumbers _ -> text("NO_NUMBERS");
            case Purchase.NoBalance _ -> text("NO_BALANCE");
            case Purchase.TooCheap(var least) ->
                    text("WRONG_MAX_PRICE:" + SandboxReply.dollars(least).toPlainString());
            case Purchase.Repeated _ -> text("ORDER_ALREADY_EXISTS");
        };
    }

    private SandboxReply status(SandboxRequest request, boolean v2) {
        var id = id(request);
        if (id.isEmpty()) {
            return text("WRONG_ACTIVATION_ID");
        }
        var sale = market.find(id.get()).orElse(null);
        if (sale == null) {
            return text("NO_ACTIVATION");
        }
        if (sale.state() == Sale.State.CANCELLED || sale.state() == Sale.State.EXPIRED) {
            return text("STATUS_CANCEL");
        }
        var arrived = sale.arrived(market.now());
        if (v2 && !arrived.isEmpty()) {
            return jsonAsHtml(HandlerTables.sms(arrived.getLast()));
        }
        if (arrived.isEmpty()) {
            return text("STATUS_WAIT_CODE");
        }
        var word = sale.awaitsAnother(market.now()) ? "STATUS_WAIT_RETRY:" : "STATUS_OK:";
        return text(word + arrived.getLast().code());
    }

    private SandboxReply setStatus(SandboxRequest request) {
        var id = id(request);
        if (id.isEmpty()) {
            return text("WRONG_ACTIVATION_ID");
        }
        return switch (request.parameter("status")) {
            case "1" -> ready(id.get());
            case "3" -> changed(market.another(id.get()), "ACCESS_RETRY_GET");
            case "6" -> changed(market.finish(id.get()), "ACCESS_ACTIVATION");
            case "8" -> changed(market.cancel(id.get()), "ACCESS_CANCEL");
            default -> text("BAD_STATUS");
        };
    }

    private SandboxReply ready(long id) {
        return market.find(id)
                .map(sale ->
                        sale.isOpen() && sale.arrived(market.now()).isEmpty()
                                ? text("ACCESS_READY")
                                : text("BAD_STATUS"))
                .orElseGet(() -> text("NO_ACTIVATION"));
    }

    private static SandboxReply changed(Change change, String done) {
        return text(
                switch (change) {
                    case DONE -> done;
                    case UNKNOWN -> "NO_ACTIVATION";
                    case TOO_EARLY -> "EARLY_CANCEL_DENIED";
                    case HAS_SMS, NO_SMS, NOT_NOW -> "BAD_STATUS";
                });
    }

    private static Optional<Long> id(SandboxRequest request) {
        var text = request.parameter("id");
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    static @Nullable Long micros(@Nullable String dollars) {
        return dollars == null || !dollars.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? null
                : new BigDecimal(dollars).movePointRight(6).longValue();
    }
}

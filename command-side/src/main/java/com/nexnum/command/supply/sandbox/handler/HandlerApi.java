package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.text;

import com.nexnum.command.supply.sandbox.Api;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Change;
import com.nexnum.command.supply.sandbox.Purchase;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The SMS-Activate protocol: one address and words in plain text, as a host speaks it. */
public final class HandlerApi implements Api {

    private static final String BAD_ACTION = "BAD_ACTION";

    private final SandboxMarket market;
    private final String apiKey;
    private final Host host;
    private final HandlerTables tables;

    public HandlerApi(SandboxMarket market, String apiKey, Host host) {
        this.market = market;
        this.apiKey = apiKey;
        this.host = host;
        this.tables = new HandlerTables(market, host);
    }

    @Override
    public Call kind(SandboxRequest request) {
        return switch (request.parameter("action")) {
            case "getNumber", "getNumberV2" -> Call.BUY;
            case "getStatus", "getStatusV2", "getFullSms" -> Call.STATUS;
            case "setStatus" -> Call.CHANGE;
            case "getActiveActivations" -> Call.ACTIVE;
            case "getPrices", "getPricesV3" -> Call.PRICES;
            case "getBalance" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        var key = request.parameter("api_key");
        if (key.isEmpty()) {
            return host.says("NO_KEY", "");
        }
        if (!key.equals(apiKey)) {
            return host.says("BAD_KEY", "");
        }
        var action = request.parameter("action");
        if (!host.knows(action)) {
            return host.says(BAD_ACTION, "");
        }
        return switch (action) {
            case "getBalance" -> balance();
            case "getNumber" -> buy(request, false);
            case "getNumberV2" -> buy(request, true);
            case "getStatus", "getStatusV2", "getFullSms" -> status(request, action);
            case "setStatus" -> setStatus(request);
            case "getNumbersStatus" -> tables.numbersStatus(request);
            case "getCountries" -> tables.countries();
            case "getServicesList" -> tables.services();
            case "getActiveActivations" -> tables.active(request);
            default ->
                    action.equals(host.pricesAction())
                            ? tables.prices(request)
                            : host.says(BAD_ACTION, "");
        };
    }

    private SandboxReply balance() {
        var dollars = BigDecimal.valueOf(market.balanceMicros(), 6);
        return text("ACCESS_BALANCE:" + dollars.setScale(4, RoundingMode.DOWN));
    }

    private SandboxReply buy(SandboxRequest request, boolean v2) {
        var service = HandlerTables.service(request.parameter("service")).orElse(null);
        var country = HandlerTables.country(request.parameter("country")).orElse(null);
        if (service == null) {
            return host.says(host.unknownService(), "");
        }
        if (country == null) {
            return host.says("BAD_COUNTRY", "");
        }
        var reference = v2 ? request.parameters().get("orderId") : null;
        var wish = Wish.of(service, country, request.micros("maxPrice"), host.protocol());
        return switch (market.buy(wish.called(reference))) {
            case Purchase.Sold(var sale) ->
                    v2
                            ? host.sold(sale)
                            : text("ACCESS_NUMBER:" + sale.id() + ":" + HandlerTables.digits(sale));
            case Purchase.NoNumbers _ -> host.says("NO_NUMBERS", "");
            case Purchase.NoBalance _ -> host.says("NO_BALANCE", "");
            case Purchase.TooCheap(var least) ->
                    host.says("WRONG_MAX_PRICE", SandboxReply.dollars(least).toPlainString());
            case Purchase.Repeated _ -> host.says("ORDER_ALREADY_EXISTS", "");
        };
    }

    private SandboxReply status(SandboxRequest request, String action) {
        var id = request.parameter("id");
        if (!id.matches("[0-9]{1,18}")) {
            return host.says("WRONG_ACTIVATION_ID", "");
        }
        var sale = market.find(id).orElse(null);
        if (sale == null) {
            return host.says("NO_ACTIVATION", "");
        }
        if (sale.state() == Sale.State.CANCELLED || sale.state() == Sale.State.EXPIRED) {
            return text("STATUS_CANCEL");
        }
        var arrived = sale.arrived(market.now());
        if (arrived.isEmpty()) {
            return text("STATUS_WAIT_CODE");
        }
        var last = arrived.getLast();
        return switch (action) {
            case "getStatusV2" -> host.told(sale, last);
            case "getFullSms" -> text("FULL_SMS:" + last.text());
            default ->
                    text(
                            (sale.awaitsAnother(market.now()) ? "STATUS_WAIT_RETRY:" : "STATUS_OK:")
                                    + last.code());
        };
    }

    private SandboxReply setStatus(SandboxRequest request) {
        var id = request.parameter("id");
        if (!id.matches("[0-9]{1,18}")) {
            return host.says("WRONG_ACTIVATION_ID", "");
        }
        long number = Long.parseLong(id);
        var status = request.parameter("status");
        if (host.cancelsBy(status)) {
            return changed(market.cancel(number), "ACCESS_CANCEL");
        }
        return switch (status) {
            case "1" -> ready(number);
            case "3" -> changed(market.another(number), "ACCESS_RETRY_GET");
            case "6" -> changed(market.finish(number), "ACCESS_ACTIVATION");
            default -> host.says("BAD_STATUS", "");
        };
    }

    private SandboxReply ready(long id) {
        return market.find(id)
                .map(sale ->
                        sale.isOpen() && sale.arrived(market.now()).isEmpty()
                                ? text("ACCESS_READY")
                                : host.says("BAD_STATUS", ""))
                .orElseGet(() -> host.says("NO_ACTIVATION", ""));
    }

    private SandboxReply changed(Change change, String done) {
        return change == Change.DONE ? text(done) : host.says(host.refuses(change), "");
    }
}

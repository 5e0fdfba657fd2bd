package com.nexnum.command.supply.sandbox.textverified;

import static com.nexnum.command.supply.sandbox.SandboxReply.dollars;
import static com.nexnum.command.supply.sandbox.SandboxReply.json;
import static com.nexnum.command.supply.sandbox.SandboxReply.text;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.sandbox.Api;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Purchase;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxCountry;
import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import com.nexnum.command.supply.sandbox.SandboxService;
import com.nexnum.command.supply.sandbox.Wish;
import java.util.Map;
import java.util.Optional;

/** TextVerified: a login, JSON, links to follow, and numbers of the US only. */
public final class TextVerifiedApi implements Api {

    public static final Protocol PROTOCOL = new Protocol("textverified");

    private static final SandboxReply NOT_FOUND = failed(404, "Verification not found");

    private final SandboxMarket market;
    private final Tokens tokens;
    private final Verifications verifications;

    public TextVerifiedApi(SandboxMarket market, String apiKey) {
        this.market = market;
        this.tokens = new Tokens(market, apiKey);
        this.verifications = new Verifications(market);
    }

    @Override
    public Call kind(SandboxRequest request) {
        boolean posted = request.method().equals("POST");
        return switch (what(request)) {
            case "verifications" -> {
                if (id(request).isEmpty()) {
                    yield posted ? Call.BUY : Call.ACTIVE;
                }
                yield posted ? Call.CHANGE : Call.STATUS;
            }
            case "services" -> Call.PRICES;
            case "account" -> Call.BALANCE;
            default -> Call.OTHER;
        };
    }

    @Override
    public SandboxReply answer(SandboxRequest request) {
        if (what(request).equals("auth")) {
            return tokens.issued(request);
        }
        if (!tokens.knows(request.bearer())) {
            return failed(401, "Unauthorized");
        }
        return switch (what(request)) {
            case "verifications" -> verification(request);
            case "sms" ->
                    market.find(request.parameter("reservationId"))
                            .map(verifications::messages)
                            .orElse(NOT_FOUND);
            case "services" -> verifications.services();
            case "pricing" -> price(request);
            case "account" ->
                    json(
                            Map.of(
                                    "username",
                                    "sandbox@example.com",
                                    "currentBalance",
                                    dollars(market.balanceMicros())));
            default -> failed(404, "Not found");
        };
    }

    static SandboxReply failed(int status, String why) {
        return json(status, Map.of("errorDescription", why));
    }

    /** Below {@code api/pub/v2}. */
    private static String what(SandboxRequest request) {
        return request.segment(3);
    }

    private static String id(SandboxRequest request) {
        return request.segment(4);
    }

    private SandboxReply verification(SandboxRequest request) {
        boolean posted = request.method().equals("POST");
        if (id(request).isEmpty()) {
            return posted ? buy(request) : verifications.page(request);
        }
        var sale = Verifications.number(id(request)).flatMap(market::find).orElse(null);
        if (sale == null) {
            return NOT_FOUND;
        }
        return posted ? cancelled(sale) : json(verifications.told(sale, request));
    }

    private SandboxReply buy(SandboxRequest request) {
        var service = service(request).orElse(null);
        if (service == null) {
            return failed(400, "The service does not exist");
        }
        var wish = Wish.of(service, us(), request.micros("maxPrice"), PROTOCOL).withAllSms();
        return switch (market.buy(wish)) {
            case Purchase.Sold(var sale) -> {
                var href = Verifications.address(request) + "/verifications/lr_" + sale.id();
                yield json(201, Map.of("method", "GET", "href", href)).withHeader("Location", href);
            }
            case Purchase.NoNumbers _ -> failed(409, "Currently unavailable");
            case Purchase.NoBalance _ -> failed(402, "Insufficient credits");
            case Purchase.TooCheap _ -> failed(409, "Costs more than the maximum price");
            case Purchase.Repeated _ -> failed(409, "Duplicate");
        };
    }

    private SandboxReply cancelled(Sale sale) {
        return switch (market.cancel(sale.id())) {
            case DONE -> text("");
            case TOO_EARLY -> failed(400, "This verification can not be canceled yet");
            case UNKNOWN -> NOT_FOUND;
            case HAS_SMS, NO_SMS, NOT_NOW -> failed(400, "This verification can not be canceled");
        };
    }

    private SandboxReply price(SandboxRequest request) {
        var shelf =
                service(request)
                        .flatMap(service ->
                                market.shelves().stream()
                                        .filter(it ->
                                                it.service().equals(service)
                                                        && it.country().equals(us())
                                                        && it.stock() > 0)
                                        .findFirst());
        return shelf.map(it ->
                        json(
                                Map.of(
                                        "serviceName", it.service().slug(),
                                        "price", dollars(it.priceMicros()))))
                .orElseGet(() -> failed(400, "Currently unavailable"));
    }

    private static Optional<SandboxService> service(SandboxRequest request) {
        var name = request.parameter("serviceName");
        return SandboxService.first(it -> it.slug().equals(name));
    }

    private static SandboxCountry us() {
        return SandboxCountry.first(it -> it.iso().equals("US")).orElseThrow();
    }
}

package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.http.Unsent;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.Map;

/**
 * A provider that speaks the SMS-Activate protocol. The body says what happened, not the status.
 */
public final class SmsActivateSupply implements Supply {

    private static final int ANOTHER = 3;
    private static final int FINISH = 6;
    private static final int CANCEL = 8;

    private final UpstreamSettings settings;
    private final CodeBook codes;
    private final Handler handler;
    private final Messages messages;
    private final Sold sold;

    public SmsActivateSupply(UpstreamSettings settings, UpstreamClient client, CodeBook codes) {
        this.settings = settings;
        this.codes = codes;
        this.handler = new Handler(settings, client);
        this.messages = new Messages(handler);
        this.sold = new Sold(settings);
    }

    @Override
    public ProviderSlug provider() {
        return settings.provider();
    }

    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        var itsService = codes.upstream(service);
        var itsCountry = codes.upstream(country);
        var limit = settings.tariff().limit(maxCost);
        if (itsService.isEmpty()) {
            return new Refused(Reason.BAD_SERVICE, "the provider has no word for " + service);
        }
        if (itsCountry.isEmpty()) {
            return new Refused(Reason.BAD_COUNTRY, "the provider has no word for " + country);
        }
        if (limit.signum() == 0) {
            return new Refused(Reason.PRICE_TOO_LOW, "nothing is sold for " + maxCost);
        }
        var wanted =
                Map.of(
                        "service", itsService.get(),
                        "country", itsCountry.get(),
                        "maxPrice", limit.stripTrailingZeros().toPlainString(),
                        "orderId", reference);
        return switch (handler.change("getNumberV2", wanted)) {
            case NotSent notSent -> Unsent.refusal(notSent);
            case Lost lost -> new BuyAnswer.Unknown(lost.why());
            case Answer answer -> bought(answer, maxCost);
        };
    }

    private BuyAnswer bought(Answer answer, Money maxCost) {
        var token = Token.of(answer.body());
        var reason = Refusals.of(token);
        if (token != null && reason != null) {
            return new Refused(reason, Upstream.quoted(token.toString(), settings.apiKey()));
        }
        var read = sold.read(answer.body(), maxCost);
        var turnedAway = token == null ? Refusals.of(answer.status()) : null;
        return read instanceof BuyAnswer.Unknown && turnedAway != null
                ? new Refused(turnedAway, handler.why(answer))
                : read;
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        return messages.of(id);
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        var reply = handler.setStatus(id, CANCEL);
        return switch (name(reply)) {
            case "ACCESS_CANCEL", "ACCESS_CANCEL_ALREADY", "ALREADY_CANCELED", "STATUS_CANCEL" ->
                    new CancelAnswer.Cancelled();
            case "EARLY_CANCEL_DENIED", "TOO_EARLY" -> new CancelAnswer.TooEarly();
            case "OTP_RECEIVED", "NEW_OTP_RECEIVED" -> new CancelAnswer.HasSms();
            // Hosts say this of a number that is cancelled already and of one that has its code.
            case "BAD_STATUS", "ACTIVATION_NOT_ACTIVE" -> cancelledBefore(id, reply);
            case String name when Messages.UNKNOWN_ID.contains(name) -> new CancelAnswer.NotFound();
            default -> new CancelAnswer.Unavailable(handler.why(reply));
        };
    }

    private CancelAnswer cancelledBefore(UpstreamId id, UpstreamReply refused) {
        var state = handler.read("getStatus", Map.of("id", id.value()));
        return switch (name(state)) {
            case "STATUS_CANCEL" -> new CancelAnswer.Cancelled();
            case "STATUS_OK", "STATUS_WAIT_RETRY" -> new CancelAnswer.HasSms();
            case String name when Messages.UNKNOWN_ID.contains(name) -> new CancelAnswer.NotFound();
            default -> new CancelAnswer.Unavailable(handler.why(refused));
        };
    }

    @Override
    public boolean complete(UpstreamId id) {
        var said = name(handler.setStatus(id, FINISH));
        return said.equals("ACCESS_ACTIVATION")
                || (said.equals("BAD_STATUS") && isIn("STATUS_OK", id));
    }

    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        var reply = handler.setStatus(id, ANOTHER);
        var said = name(reply);
        if (said.equals("ACCESS_RETRY_GET")
                || (said.equals("BAD_STATUS") && isIn("STATUS_WAIT_RETRY", id))) {
            return new NextSmsAnswer.Accepted();
        }
        return said.isEmpty() || said.startsWith("ERROR") || Messages.isPassing(said)
                ? new NextSmsAnswer.Unavailable(handler.why(reply))
                : new NextSmsAnswer.Refused(handler.why(reply));
    }

    @Override
    public ActiveAnswer active() {
        return new ActiveList(handler, settings, codes).read();
    }

    @Override
    public PriceListAnswer priceList() {
        var reply = handler.read("getPrices", Map.of());
        var table = reply instanceof Answer answer ? Upstream.json(answer.body()) : null;
        return table == null || !table.isObject() || table.has("status") || table.has("title")
                ? new PriceListAnswer.Unavailable(handler.why(reply))
                : new PriceListAnswer.PriceList(
                        new PriceTable(codes, settings.tariff()).read(table));
    }

    @Override
    public BalanceAnswer balance() {
        var reply = handler.read("getBalance", Map.of());
        var token = Handler.token(reply);
        var amount =
                token != null && token.name().equals("ACCESS_BALANCE")
                        ? Upstream.decimal(token.argument())
                        : null;
        return amount == null
                ? new BalanceAnswer.Unavailable(handler.why(reply))
                : new BalanceAnswer.Balance(settings.tariff().toUsd(amount));
    }

    private boolean isIn(String state, UpstreamId id) {
        return name(handler.read("getStatus", Map.of("id", id.value()))).equals(state);
    }

    private static String name(UpstreamReply reply) {
        var token = Handler.token(reply);
        return token == null ? "" : token.name();
    }
}

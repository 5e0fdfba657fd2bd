package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.http.Query;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A provider that speaks the 5sim protocol: JSON orders, errors as plain sentences. */
public final class FiveSimSupply implements Supply {

    private final UpstreamSettings settings;
    private final CodeBook codes;
    private final Clock clock;
    private final Account account;

    public FiveSimSupply(
            UpstreamSettings settings, UpstreamClient client, CodeBook codes, Clock clock) {
        this.settings = settings;
        this.codes = codes;
        this.clock = clock;
        this.account = new Account(settings, client);
    }

    @Override
    public ProviderSlug provider() {
        return settings.provider();
    }

    /** 5sim keeps no reference of ours. */
    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        var product = codes.upstream(service);
        var itsCountry = codes.upstream(country);
        var limit = settings.tariff().limit(maxCost);
        if (product.isEmpty()) {
            return new Refused(Reason.BAD_SERVICE, "the provider has no word for " + service);
        }
        if (itsCountry.isEmpty()) {
            return new Refused(Reason.BAD_COUNTRY, "the provider has no word for " + country);
        }
        if (limit.signum() == 0) {
            return new Refused(Reason.PRICE_TOO_LOW, "nothing is sold for " + maxCost);
        }
        var path =
                "/user/buy/activation/%s/any/%s?maxPrice=%s"
                        .formatted(
                                Query.segment(itsCountry.get()),
                                Query.segment(product.get()),
                                limit.stripTrailingZeros().toPlainString());
        return switch (account.get(path)) {
            case NotSent notSent -> Unsent.refusal(notSent);
            case Lost lost -> new BuyAnswer.Unknown(lost.why());
            case Answer answer -> bought(answer, maxCost);
        };
    }

    private BuyAnswer bought(Answer answer, Money maxCost) {
        var order = Order.read(Upstream.json(answer.body()));
        if (order != null) {
            var price = order.price();
            var cost = price == null ? maxCost : settings.tariff().toUsd(price);
            var terms = settings.terms();
            return new BuyAnswer.Bought(
                    order.id(), order.number(), cost, terms.minCancelAge(), terms.lifetime());
        }
        var reason = Refusals.of(answer);
        return reason == null
                ? new BuyAnswer.Unknown("an answer to the purchase that cannot be read")
                : new Refused(reason, account.why(answer));
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        var reply = account.order("check", id);
        var order = Order.read(Account.json(reply));
        if (order == null) {
            return Account.saysUnknownOrder(reply)
                    ? new SmsAnswer.NotFound()
                    : new SmsAnswer.Unavailable(account.why(reply));
        }
        if (!order.messages().isEmpty()) {
            return new SmsAnswer.Received(order.messages());
        }
        return order.isTakenBack() ? new SmsAnswer.Cancelled() : new SmsAnswer.Waiting();
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        var reply = account.order("cancel", id);
        var order = Order.read(Account.json(reply));
        if (order != null && order.isTakenBack()) {
            return new CancelAnswer.Cancelled();
        }
        return switch (Account.sentence(reply)) {
            case "you need to wait time" -> new CancelAnswer.TooEarly();
            case "order has sms" -> new CancelAnswer.HasSms();
            // Said of orders that are closed already as well as of foreign ones.
            case "order not found", "record not found", "order expired" -> cancelledBefore(id);
            default -> new CancelAnswer.Unavailable(account.why(reply));
        };
    }

    private CancelAnswer cancelledBefore(UpstreamId id) {
        return switch (sms(id)) {
            case SmsAnswer.Cancelled _ -> new CancelAnswer.Cancelled();
            case SmsAnswer.Received _ -> new CancelAnswer.HasSms();
            case SmsAnswer.NotFound _ -> new CancelAnswer.NotFound();
            case SmsAnswer.Waiting _ ->
                    new CancelAnswer.Unavailable("the order is neither open nor cancelled");
            case SmsAnswer.Unavailable unavailable ->
                    new CancelAnswer.Unavailable(unavailable.why());
        };
    }

    @Override
    public boolean complete(UpstreamId id) {
        var order = Order.read(Account.json(account.order("finish", id)));
        var now = order == null ? checked(id) : order;
        return now != null && now.status().equals("FINISHED");
    }

    /** 5sim sends every SMS to an open order by itself; there is nothing to ask for. */
    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        var reply = account.order("check", id);
        var order = Order.read(Account.json(reply));
        if (order == null) {
            return Account.saysUnknownOrder(reply)
                    ? new NextSmsAnswer.Refused("the provider knows no such number")
                    : new NextSmsAnswer.Unavailable(account.why(reply));
        }
        return order.isOpen() && !order.messages().isEmpty()
                ? new NextSmsAnswer.Accepted()
                : new NextSmsAnswer.Refused(
                        order.isOpen() ? "no SMS has come yet" : "the order is " + order.status());
    }

    @Override
    public ActiveAnswer active() {
        return new OpenOrders(account, settings, codes, clock).read();
    }

    @Override
    public PriceListAnswer priceList() {
        var reply = account.get("/guest/prices");
        var table = Account.json(reply);
        return table == null || !table.isObject() || !isOk(reply)
                ? new PriceListAnswer.Unavailable(account.why(reply))
                : new PriceListAnswer.PriceList(
                        new PriceTable(codes, settings.tariff()).read(table));
    }

    @Override
    public BalanceAnswer balance() {
        var reply = account.get("/user/profile");
        var profile = Account.json(reply);
        var amount = profile == null ? null : Upstream.decimal(profile.get("balance"));
        return amount == null
                ? new BalanceAnswer.Unavailable(account.why(reply))
                : new BalanceAnswer.Balance(settings.tariff().toUsd(amount));
    }

    private @Nullable Order checked(UpstreamId id) {
        return Order.read(Account.json(account.order("check", id)));
    }

    private static boolean isOk(UpstreamReply reply) {
        return reply instanceof Answer answer && answer.status() == 200;
    }
}

package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.util.Map;

/** A provider that is spoken to as its document says. */
public final class ConfiguredSupply implements Supply {

    private static final String NO_ENDPOINT = "the provider offers no such call";

    private final ProviderSlug provider;
    private final ProviderDocument document;
    private final Words codes;
    private final Tariff tariff;
    private final Clock clock;
    private final Exchange exchange;
    private final Listening listening;
    private final Changing changing;
    private final Pricing pricing;

    public ConfiguredSupply(
            ProviderSlug provider,
            ProviderDocument document,
            Secrets secrets,
            UpstreamCaller client,
            CodeBook codes,
            Clock clock) {
        this.provider = provider;
        this.document = document;
        this.clock = clock;
        this.tariff = new Tariff(document.money().currency(), document.money().usdPerUnit());
        this.exchange = new Exchange(document, secrets, client, clock);
        this.listening = new Listening(document.needed(Operation.SMS), exchange);
        this.changing = new Changing(exchange, listening);
        this.codes = Words.of(document, exchange, codes, clock);
        this.pricing =
                new Pricing(
                        document.endpoint(Operation.PRICES), exchange, this.codes, tariff, clock);
    }

    @Override
    public ProviderSlug provider() {
        return provider;
    }

    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        return new Buying(document, exchange, codes, tariff, clock)
                .buy(service, country, maxCost, reference);
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        return listening.of(id);
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        var endpoint = document.endpoint(Operation.CANCEL);
        return new Cancelling(endpoint, exchange, listening).of(id);
    }

    @Override
    public boolean complete(UpstreamId id) {
        var endpoint = document.endpoint(Operation.COMPLETE);
        return endpoint == null || changing.ask(endpoint, id).isDone();
    }

    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        var endpoint = document.endpoint(Operation.NEXT_SMS);
        if (endpoint == null) {
            return new NextSmsAnswer.Refused(NO_ENDPOINT);
        }
        var asked = changing.ask(endpoint, id);
        if (asked.isDone()) {
            return new NextSmsAnswer.Accepted();
        }
        return asked.isCertain()
                ? new NextSmsAnswer.Refused(asked.why())
                : new NextSmsAnswer.Unavailable(asked.why());
    }

    @Override
    public ActiveAnswer active() {
        var endpoint = document.endpoint(Operation.ACTIVE);
        return endpoint == null
                ? new ActiveAnswer.Unavailable(NO_ENDPOINT)
                : new HeldNumbers(document, endpoint, exchange, codes, tariff, clock).read();
    }

    @Override
    public PriceListAnswer priceList() {
        return pricing.read();
    }

    @Override
    public BalanceAnswer balance() {
        var endpoint = document.endpoint(Operation.BALANCE);
        if (endpoint == null) {
            return new BalanceAnswer.Unavailable(NO_ENDPOINT);
        }
        var reply = exchange.ask(endpoint, Map.of());
        var reading = exchange.read(endpoint, reply);
        var amount =
                reading == null || !reading.succeeds()
                        ? null
                        : Costs.of(reading.field("amount"), reading.field("currency"), tariff);
        return amount == null
                ? new BalanceAnswer.Unavailable(exchange.why(reply))
                : new BalanceAnswer.Balance(amount);
    }
}

package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.PriceList;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider that is spoken to as its document says. */
public final class ConfiguredSupply implements Supply {

    private static final String NO_ENDPOINT = "the provider offers no such call";

    private final ProviderSlug provider;
    private final ProviderDocument document;
    private final CodeBook codes;
    private final Tariff tariff;
    private final Clock clock;
    private final Exchange exchange;
    private final Listening listening;

    public ConfiguredSupply(
            ProviderSlug provider,
            ProviderDocument document,
            Secrets secrets,
            UpstreamCaller client,
            CodeBook codes,
            Clock clock) {
        this.provider = provider;
        this.document = document;
        this.codes = codes;
        this.clock = clock;
        this.tariff = new Tariff(document.money().currency(), document.money().usdPerUnit());
        this.exchange = new Exchange(document, secrets, client, clock);
        this.listening = new Listening(document.needed(Operation.SMS), exchange);
    }

    @Override
    public ProviderSlug provider() {
        return provider;
    }

    @Override
    public BuyAnswer buy(
            ServiceCode service, CountryCode country, Money maxCost, String reference) {
        var endpoint = document.needed(Operation.BUY);
        return new Buying(document, endpoint, exchange, codes, tariff, clock)
                .buy(service, country, maxCost, reference);
    }

    @Override
    public SmsAnswer sms(UpstreamId id) {
        return listening.of(id);
    }

    @Override
    public CancelAnswer cancel(UpstreamId id) {
        var endpoint = document.endpoint(Operation.CANCEL);
        if (endpoint == null) {
            return new CancelAnswer.Unavailable(NO_ENDPOINT);
        }
        var reply = exchange.ask(endpoint, Map.of("id", id.value()));
        var reading = exchange.read(endpoint, reply);
        if (reading == null) {
            return new CancelAnswer.Unavailable(exchange.why(reply));
        }
        if (reading.succeeds() && endpoint.success() != null) {
            return new CancelAnswer.Cancelled();
        }
        return switch (meaning(reading)) {
            case Meaning.ALREADY_DONE -> new CancelAnswer.Cancelled();
            case Meaning.TOO_EARLY -> new CancelAnswer.TooEarly();
            case Meaning.HAS_SMS -> new CancelAnswer.HasSms();
            case Meaning.NOT_FOUND -> new CancelAnswer.NotFound();
            case Meaning.UNCLEAR -> cancelledBefore(id, reply);
            case null, default -> new CancelAnswer.Unavailable(exchange.why(reply));
        };
    }

    private CancelAnswer cancelledBefore(UpstreamId id, UpstreamReply refused) {
        return switch (listening.of(id)) {
            case SmsAnswer.Cancelled _ -> new CancelAnswer.Cancelled();
            case SmsAnswer.Received _ -> new CancelAnswer.HasSms();
            case SmsAnswer.NotFound _ -> new CancelAnswer.NotFound();
            case SmsAnswer.Waiting _ -> stillOpen(id, refused);
            case SmsAnswer.Unavailable unavailable ->
                    new CancelAnswer.Unavailable(unavailable.why());
        };
    }

    /** It waits: for its first message, or for one more after those that it had. */
    private CancelAnswer stillOpen(UpstreamId id, UpstreamReply refused) {
        var cancel = document.needed(Operation.CANCEL);
        boolean hadOne = cancel.confirm() != null && listening.holds(cancel.confirm(), id);
        return hadOne
                ? new CancelAnswer.HasSms()
                : new CancelAnswer.Unavailable(exchange.why(refused));
    }

    @Override
    public boolean complete(UpstreamId id) {
        var endpoint = document.endpoint(Operation.COMPLETE);
        return endpoint == null || accepted(endpoint, id).isDone();
    }

    @Override
    public NextSmsAnswer nextSms(UpstreamId id) {
        var endpoint = document.endpoint(Operation.NEXT_SMS);
        if (endpoint == null) {
            return new NextSmsAnswer.Refused(NO_ENDPOINT);
        }
        var asked = accepted(endpoint, id);
        if (asked.isDone()) {
            return new NextSmsAnswer.Accepted();
        }
        return asked.isCertain()
                ? new NextSmsAnswer.Refused(asked.why())
                : new NextSmsAnswer.Unavailable(asked.why());
    }

    private Asked accepted(Endpoint endpoint, UpstreamId id) {
        var reply = exchange.ask(endpoint, Map.of("id", id.value()));
        var reading = exchange.read(endpoint, reply);
        if (reading == null) {
            return new Asked(false, false, exchange.why(reply));
        }
        if (reading.succeeds()) {
            return new Asked(true, true, "");
        }
        var meaning = meaning(reading);
        boolean done =
                meaning == Meaning.ALREADY_DONE
                        || (meaning == Meaning.UNCLEAR
                                && endpoint.confirm() != null
                                && listening.holds(endpoint.confirm(), id));
        return new Asked(done, meaning != null && !meaning.passes(), exchange.why(reply));
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
        var endpoint = document.endpoint(Operation.PRICES);
        if (endpoint == null) {
            return new PriceListAnswer.Unavailable(NO_ENDPOINT);
        }
        var reply = exchange.ask(endpoint, Map.of());
        var reading = exchange.read(endpoint, reply);
        return reading == null || !reading.succeeds()
                ? new PriceListAnswer.Unavailable(exchange.why(reply))
                : new PriceListAnswer.PriceList(
                        new PriceList(reading, endpoint, codes, tariff, false).read());
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

    private static @Nullable Meaning meaning(Reading reading) {
        return reading.meaning().map(Reading.Found::meaning).orElse(null);
    }

    /**
     * @param isCertain whether a no is the provider's last word
     */
    private record Asked(boolean isDone, boolean isCertain, String why) {}
}

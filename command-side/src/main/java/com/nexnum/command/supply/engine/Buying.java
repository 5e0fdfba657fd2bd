package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Doubt;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.Unsent;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buys, once. Only a rule that says so makes a refusal; what cannot be read is an open outcome. */
final class Buying {

    private final ProviderDocument document;
    private final Endpoint endpoint;
    private final Exchange exchange;
    private final Words codes;
    private final Tariff tariff;
    private final Clock clock;

    Buying(ProviderDocument document, Exchange exchange, Words codes, Tariff tariff, Clock clock) {
        this.document = document;
        this.endpoint = document.needed(Operation.BUY);
        this.exchange = exchange;
        this.codes = codes;
        this.tariff = tariff;
        this.clock = clock;
    }

    BuyAnswer buy(ServiceCode service, CountryCode country, Money maxCost, String reference) {
        var unknown = codes.trouble();
        if (unknown != null) {
            return unknown;
        }
        var itsService = codes.upstream(service);
        var itsCountry = codes.upstream(country);
        var limit = tariff.limit(maxCost);
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
                        "reference", reference);
        var quote = document.endpoint(Operation.QUOTE);
        var refused =
                quote == null
                        ? null
                        : new Quoting(quote, exchange, tariff).refusal(wanted, maxCost);
        return refused == null ? asked(wanted, maxCost) : refused;
    }

    private BuyAnswer asked(Map<String, String> wanted, Money maxCost) {
        return switch (exchange.askOnce(endpoint, wanted)) {
            case NotSent notSent -> Unsent.refusal(notSent);
            case Lost lost -> new Unknown(Doubt.NO_ANSWER, lost.why());
            case Answer answer -> bought(answer, maxCost);
        };
    }

    private BuyAnswer bought(Answer answer, Money maxCost) {
        var reading = Reading.of(document, endpoint, answer);
        var id = Values.id(reading.field("id"));
        var details = reading.succeeds() && id != null ? details(reading, id) : null;
        var number = Values.phone(told("phone", reading, details));
        // A number in the answer is a sale, whatever else stands there.
        if (reading.succeeds() && id != null && number != null) {
            var cost =
                    Costs.of(
                            told("cost", reading, details),
                            told("currency", reading, details),
                            tariff);
            return new BuyAnswer.Bought(
                    id,
                    number,
                    cost == null ? maxCost : cost,
                    document.terms().minCancelAge(),
                    lifetime(reading, details));
        }
        var found = reading.meaning().orElse(null);
        var reason = found == null ? null : found.meaning().refusal().orElse(null);
        if (found == null || reason == null || id != null) {
            return new Unknown(Doubt.UNREADABLE, why(answer));
        }
        var detail = found.captured().isEmpty() ? "" : " (" + found.captured() + ")";
        return new Refused(reason, why(answer) + detail);
    }

    /** What only a second answer tells; asking for it is harmless, and so done twice if need be. */
    private @Nullable Reading details(Reading sale, UpstreamId id) {
        var follow = endpoint.follow();
        if (follow == null) {
            return null;
        }
        var variables = new HashMap<>(sale.texts());
        variables.put("id", id.value());
        for (int i = 0; i < 2; i++) {
            var reading = exchange.read(follow, exchange.ask(follow, variables));
            if (reading != null && reading.succeeds()) {
                return reading;
            }
        }
        return null;
    }

    private static @Nullable Object told(String field, Reading sale, @Nullable Reading details) {
        var first = sale.field(field);
        return first == null && details != null ? details.field(field) : first;
    }

    private String why(UpstreamReply reply) {
        return exchange.why(reply);
    }

    /** The provider's own word for it where it has one, else the document's. */
    private Duration lifetime(Reading sale, @Nullable Reading details) {
        var usual = document.terms().lifetime();
        var now = clock.instant();
        var end = Endings.of(name -> told(name, sale, details), document.terms().zone(), now);
        if (end == null || !end.isAfter(now)) {
            return usual;
        }
        var left = Duration.between(now, end);
        return left.compareTo(usual) < 0 ? left : usual;
    }
}

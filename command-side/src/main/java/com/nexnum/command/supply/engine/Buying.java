package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.engine.document.Endpoint;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buys, once. Only a rule that says so makes a refusal; what cannot be read is an open outcome. */
final class Buying {

    private final ProviderDocument document;
    private final Endpoint endpoint;
    private final Exchange exchange;
    private final CodeBook codes;
    private final Tariff tariff;
    private final Clock clock;

    Buying(
            ProviderDocument document,
            Endpoint endpoint,
            Exchange exchange,
            CodeBook codes,
            Tariff tariff,
            Clock clock) {
        this.document = document;
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.codes = codes;
        this.tariff = tariff;
        this.clock = clock;
    }

    BuyAnswer buy(ServiceCode service, CountryCode country, Money maxCost, String reference) {
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
        return switch (exchange.ask(endpoint, wanted)) {
            case NotSent notSent -> Unsent.refusal(notSent);
            case Lost lost -> new Unknown(lost.why());
            case Answer answer -> bought(answer, maxCost);
        };
    }

    private BuyAnswer bought(Answer answer, Money maxCost) {
        var reading = Reading.of(document, endpoint, answer);
        var id = Values.id(reading.field("id"));
        var number = Values.phone(reading.field("phone"));
        // A number in the answer is a sale, whatever else stands there.
        if (reading.succeeds() && id != null && number != null) {
            var cost = cost(reading);
            return new BuyAnswer.Bought(
                    id,
                    number,
                    cost == null ? maxCost : cost,
                    document.terms().minCancelAge(),
                    lifetime(reading));
        }
        var found = reading.meaning().orElse(null);
        var reason = found == null ? null : found.meaning().refusal().orElse(null);
        if (found == null || reason == null || id != null) {
            return new Unknown("an answer to the purchase that cannot be read: " + why(answer));
        }
        var detail = found.captured().isEmpty() ? "" : " (" + found.captured() + ")";
        return new Refused(reason, why(answer) + detail);
    }

    private String why(UpstreamReply reply) {
        return exchange.why(reply);
    }

    private @Nullable Money cost(Reading reading) {
        return Costs.of(reading.field("cost"), reading.field("currency"), tariff);
    }

    /** The provider's own word for it where it has one, else the document's. */
    private Duration lifetime(Reading reading) {
        var usual = document.terms().lifetime();
        var seconds = Values.count(reading.field("secondsLeft"));
        if (seconds != null && seconds > 0) {
            return shorter(Duration.ofSeconds(seconds), usual);
        }
        var end = Values.time(reading.field("expiresAt"), document.terms().zone());
        return end != null && end.isAfter(clock.instant())
                ? shorter(Duration.between(clock.instant(), end), usual)
                : usual;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

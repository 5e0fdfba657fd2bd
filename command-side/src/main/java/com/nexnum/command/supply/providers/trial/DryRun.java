package com.nexnum.command.supply.providers.trial;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.UpstreamCall;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Country;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.Service;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a provider's answer, with nobody asked. The program that reads it is the one
 * that reads real answers.
 */
public final class DryRun {

    private static final Set<Operation> BEFORE_OTHERS =
            EnumSet.of(Operation.QUOTE, Operation.SERVICES, Operation.COUNTRIES);

    private static final UpstreamId SOME_NUMBER = new UpstreamId("1");

    private final ProviderSlug slug;
    private final ProviderDocument given;
    private final ProviderDocument document;
    private final CodeBook codes;
    private final Clock clock;

    public DryRun(ProviderSlug slug, ProviderDocument document, CodeBook codes, Clock clock) {
        this.slug = slug;
        this.given = document;
        this.document = alone(document);
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @param succeeds whether the answer says yes
     * @param meaning what it means where it says no, as far as a rule knows
     * @param captured what that rule kept of it
     * @param outcome what the platform would believe from now on: its kind and its parts
     * @param rows everything that was found, and why what was not used was not
     */
    public record Report(
            String endpoint,
            boolean succeeds,
            @Nullable String meaning,
            @Nullable String captured,
            Map<String, Object> outcome,
            List<ReadRow> rows) {}

    /**
     * @param followed the answer to the second call, of endpoints that make one
     * @throws IllegalArgumentException when the document has no such endpoint
     */
    public Report of(Operation operation, Answer answer, @Nullable Answer followed) {
        var endpoint = given.endpoint(operation);
        if (endpoint == null) {
            throw new IllegalArgumentException("there is no endpoint " + operation.word());
        }
        var reading = Reading.of(document, endpoint, answer);
        var meaning = reading.succeeds() ? null : reading.meaning().orElse(null);
        return new Report(
                operation.word(),
                reading.succeeds(),
                meaning == null ? null : meaning.meaning().name(),
                meaning == null ? null : meaning.captured(),
                BEFORE_OTHERS.contains(operation)
                        ? Map.of("kind", "Read")
                        : Outcomes.described(outcome(operation, answer, followed)),
                rows(operation, endpoint, reading));
    }

    private List<ReadRow> rows(Operation operation, Endpoint endpoint, Reading reading) {
        var rows = new ReadRows(document, endpoint, reading, codes);
        return switch (operation) {
            case PRICES -> rows.ofPrices();
            case ACTIVE, SERVICES, COUNTRIES -> rows.ofList(operation);
            case SMS -> rows.ofMessages();
            case QUOTE, BUY, CANCEL, COMPLETE, NEXT_SMS, BALANCE -> rows.ofOne(operation);
        };
    }

    private Object outcome(Operation operation, Answer answer, @Nullable Answer followed) {
        var canned = new Canned(answer, followed);
        var supply =
                new ConfiguredSupply(slug, document, new Secrets(Map.of()), canned, codes, clock);
        return switch (operation) {
            case BUY -> supply.buy(service(), country(), Money.usd("1000.00"), "dry-run");
            case SMS -> supply.sms(SOME_NUMBER);
            case CANCEL -> supply.cancel(SOME_NUMBER);
            case COMPLETE -> supply.complete(SOME_NUMBER);
            case NEXT_SMS -> supply.nextSms(SOME_NUMBER);
            case ACTIVE -> supply.active();
            case PRICES -> supply.priceList();
            case BALANCE -> supply.balance();
            case QUOTE, SERVICES, COUNTRIES ->
                    throw new IllegalArgumentException(operation + " is no call by itself");
        };
    }

    /** Some that the provider has a word for; which one makes no difference to an answer. */
    private ServiceCode service() {
        return Services.all().stream()
                .map(Service::code)
                .filter(it -> codes.upstream(it).isPresent())
                .findFirst()
                .orElse(new ServiceCode("whatsapp"));
    }

    private CountryCode country() {
        return Countries.all().stream()
                .map(Country::code)
                .filter(it -> codes.upstream(it).isPresent())
                .findFirst()
                .orElse(new CountryCode("US"));
    }

    /** Without the calls that would come before the one that is tried. */
    private static ProviderDocument alone(ProviderDocument it) {
        var endpoints = new EnumMap<>(it.endpoints());
        endpoints.keySet().removeAll(BEFORE_OTHERS);
        return new ProviderDocument(
                it.name(),
                it.baseUrl(),
                new Auth.None(),
                it.money(),
                it.terms(),
                it.pace(),
                it.codes(),
                it.word(),
                it.errors(),
                endpoints);
    }

    /** Gives the answers in turn. */
    private static final class Canned implements UpstreamCaller {

        private final Answer first;
        private final @Nullable Answer second;
        private boolean asked;

        Canned(Answer first, @Nullable Answer second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public UpstreamReply call(UpstreamCall call) {
            if (!asked) {
                asked = true;
                return first;
            }
            return second == null
                    ? new UpstreamReply.Lost("this dry run has no answer to a second call")
                    : second;
        }
    }
}

package com.nexnum.command.supply.engine.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider as data.
 *
 * @param name for people
 * @param word how its answers name what happened
 * @param errors what its words mean, for every endpoint
 * @param endpoints what can be asked of it; BUY and SMS at least
 */
public record ProviderDocument(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) URI baseUrl,
        @JsonProperty(required = true) Auth auth,
        Counting money,
        Terms terms,
        Pace pace,
        Codes codes,
        Word word,
        List<ErrorRule> errors,
        @JsonProperty(required = true) Map<Operation, Endpoint> endpoints) {

    public ProviderDocument {
        money = money == null ? Counting.DOLLARS : money;
        terms = terms == null ? Terms.USUAL : terms;
        pace = pace == null ? Pace.USUAL : pace;
        codes = codes == null ? Codes.UNKNOWN : codes;
        word = word == null ? Word.PLAIN : word;
        errors = errors == null ? List.of() : List.copyOf(errors);
        endpoints = new EnumMap<>(endpoints);
        if (!endpoints.containsKey(Operation.BUY) || !endpoints.containsKey(Operation.SMS)) {
            throw new IllegalArgumentException("A provider has at least buy and sms");
        }
    }

    public @Nullable Endpoint endpoint(Operation operation) {
        return endpoints.get(operation);
    }

    /** One of those without which there is no document: BUY and SMS, or one that was found. */
    public Endpoint needed(Operation operation) {
        return Objects.requireNonNull(endpoints.get(operation), operation.word());
    }

    /**
     * @param currency ISO 4217
     * @param usdPerUnit what one unit of it costs in US dollars
     */
    public record Counting(String currency, BigDecimal usdPerUnit) {

        static final Counting DOLLARS = new Counting("USD", BigDecimal.ONE);

        public Counting {
            currency = currency == null ? "USD" : currency;
            usdPerUnit = usdPerUnit == null ? BigDecimal.ONE : usdPerUnit;
        }
    }

    /**
     * @param minCancelAge how long it refuses to take a fresh number back
     * @param lifetime how long SMS may come
     * @param zone in which it writes times that name none
     */
    public record Terms(Duration minCancelAge, Duration lifetime, ZoneId zone) {

        static final Terms USUAL =
                new Terms(Duration.ofMinutes(2), Duration.ofMinutes(20), ZoneOffset.UTC);

        public Terms {
            minCancelAge = minCancelAge == null ? USUAL.minCancelAge() : minCancelAge;
            lifetime = lifetime == null ? USUAL.lifetime() : lifetime;
            zone = zone == null ? USUAL.zone() : zone;
        }
    }

    /** How hard it may be asked. */
    public record Pace(Duration timeout, int callsPerSecond, int maxConcurrentCalls) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(15), 10, 16);

        public Pace {
            timeout = timeout == null ? USUAL.timeout() : timeout;
            callsPerSecond = callsPerSecond == 0 ? USUAL.callsPerSecond() : callsPerSecond;
            maxConcurrentCalls =
                    maxConcurrentCalls == 0 ? USUAL.maxConcurrentCalls() : maxConcurrentCalls;
        }
    }
}

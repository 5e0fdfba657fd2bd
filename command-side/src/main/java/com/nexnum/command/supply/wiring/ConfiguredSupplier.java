package com.nexnum.command.supply.wiring;

import static java.util.Objects.requireNonNullElse;

import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Preference;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a supplier from its properties, or names the property that is wrong. */
final class ConfiguredSupplier {

    private static final String USERNAME = "username";
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final CodeBooks codeBooks;
    private final Destinations destinations;
    private final Clock clock;

    ConfiguredSupplier(CodeBooks codeBooks, Destinations destinations, Clock clock) {
        this.codeBooks = codeBooks;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * @throws IllegalStateException with the property's name, and never with a secret
     */
    Supplier of(String slug, SupplyProperties.Provider given) {
        var name = new Property("nexnum.supply.providers." + slug);
        var provider = name.read("", () -> new ProviderSlug(slug));
        var protocol =
                name.read(
                        ".protocol",
                        () ->
                                Protocol.of(required(given.protocol()))
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "one of " + Protocol.words())));
        var document = Shipped.document(protocol);
        var terms = name.read(".min-cancel-age", () -> terms(document.terms(), given));
        var pace = pace(name, document.pace(), given);
        var tariff = tariff(name, given);
        var apiKey = name.read(".api-key", () -> new ApiKey(required(given.apiKey())));
        var settings =
                name.read(
                        ".base-url",
                        () ->
                                new UpstreamSettings(
                                        provider,
                                        URI.create(required(given.baseUrl())),
                                        apiKey,
                                        tariff,
                                        terms,
                                        pace));
        name.read(".webhook-secret", () -> WebhookSecret.checked(given.webhookSecret()));
        var secrets = name.read(".username", () -> secrets(protocol, apiKey, given.username()));
        var client = UpstreamClient.sharing(settings.pace(), destinations);
        return of(protocol, settings, secrets, given.webhookSecret(), client)
                .preferred(preference(name, given));
    }

    private static Preference preference(Property name, SupplyProperties.Provider given) {
        var alert =
                name.read(
                        ".low-balance-alert",
                        () -> Money.usd(given.lowBalanceAlert().toPlainString()));
        name.read(".priority", () -> new Preference(given.priority(), 1, alert));
        return name.read(".weight", () -> new Preference(given.priority(), given.weight(), alert));
    }

    private static Secrets secrets(Protocol protocol, ApiKey apiKey, @Nullable String username) {
        var keys = new HashMap<>(Map.of(Auth.KEY, apiKey));
        if (Shipped.names(protocol, "secret." + USERNAME)) {
            keys.put(USERNAME, new ApiKey(required(username)));
        }
        return new Secrets(keys);
    }

    Supplier of(
            Protocol protocol,
            UpstreamSettings settings,
            @Nullable String webhookSecret,
            UpstreamClient client) {
        return of(protocol, settings, Secrets.of(settings.apiKey()), webhookSecret, client);
    }

    private Supplier of(
            Protocol protocol,
            UpstreamSettings settings,
            Secrets secrets,
            @Nullable String webhookSecret,
            UpstreamClient client) {
        var codes = codeBooks.of(settings.provider(), Shipped.codes(protocol));
        var supply =
                new ConfiguredSupply(
                        settings.provider(),
                        Shipped.of(protocol, settings),
                        secrets,
                        client,
                        codes,
                        clock);
        return new Supplier(supply, webhookSecret, client);
    }

    private static Terms terms(ProviderDocument.Terms usual, SupplyProperties.Provider given) {
        return new Terms(
                requireNonNullElse(given.minCancelAge(), usual.minCancelAge()),
                requireNonNullElse(given.lifetime(), usual.lifetime()),
                requireNonNullElse(given.timeZone(), usual.zone()));
    }

    private static Pace pace(
            Property name, ProviderDocument.Pace usual, SupplyProperties.Provider given) {
        var timeout = given.timeout();
        int calls = requireNonNullElse(given.callsPerSecond(), usual.callsPerSecond());
        int atOnce = requireNonNullElse(given.maxConcurrentCalls(), usual.maxConcurrentCalls());
        name.read(".timeout", () -> positive(timeout.isPositive()));
        name.read(".calls-per-second", () -> positive(calls > 0));
        name.read(".max-concurrent-calls", () -> positive(atOnce > 0));
        var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return new Pace(connect, timeout, calls, atOnce);
    }

    private static Tariff tariff(Property name, SupplyProperties.Provider given) {
        var currency = given.currency();
        var rate = given.usdPerUnit();
        if (rate == null) {
            return name.read(
                    ".currency",
                    () -> {
                        if (!currency.equals("USD")) {
                            throw new IllegalArgumentException(
                                    "other money than USD needs usd-per-unit");
                        }
                        return Tariff.DOLLARS;
                    });
        }
        name.read(".currency", () -> new Tariff(currency, BigDecimal.ONE));
        return name.read(".usd-per-unit", () -> new Tariff(currency, rate));
    }

    private static boolean positive(boolean given) {
        if (!given) {
            throw new IllegalArgumentException("it must be above zero");
        }
        return true;
    }

    private static String required(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("it is missing");
        }
        return value;
    }
}

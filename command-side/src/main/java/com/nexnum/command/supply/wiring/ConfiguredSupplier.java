package com.nexnum.command.supply.wiring;

import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes a supplier from its properties, or names the property that is wrong. */
final class ConfiguredSupplier {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final CodeBooks codeBooks;
    private final Clock clock;

    ConfiguredSupplier(CodeBooks codeBooks, Clock clock) {
        this.codeBooks = codeBooks;
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
                                                        "sms-activate or 5sim")));
        var terms =
                name.read(
                        ".min-cancel-age",
                        () -> new Terms(given.minCancelAge(), given.lifetime(), given.zone()));
        var pace = pace(name, given);
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
        name.read(".low-balance-alert", () -> Money.usd(given.lowBalanceAlert().toPlainString()));
        name.read(".webhook-secret", () -> WebhookSecret.checked(given.webhookSecret()));
        var client = UpstreamClient.sharing(settings.pace());
        return of(protocol, settings, given.webhookSecret(), client);
    }

    Supplier of(
            Protocol protocol,
            UpstreamSettings settings,
            @Nullable String webhookSecret,
            UpstreamClient client) {
        var codes = codeBooks.of(settings.provider(), protocol);
        var supply =
                new ConfiguredSupply(
                        settings.provider(),
                        Shipped.of(protocol, settings),
                        Secrets.of(settings.apiKey()),
                        client,
                        codes,
                        clock);
        return new Supplier(supply, webhookSecret, client);
    }

    private static Pace pace(Property name, SupplyProperties.Provider given) {
        var timeout = given.timeout();
        name.read(".timeout", () -> positive(timeout.isPositive()));
        name.read(".calls-per-second", () -> positive(given.callsPerSecond() > 0));
        name.read(".max-concurrent-calls", () -> positive(given.maxConcurrentCalls() > 0));
        var connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return new Pace(connect, timeout, given.callsPerSecond(), given.maxConcurrentCalls());
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

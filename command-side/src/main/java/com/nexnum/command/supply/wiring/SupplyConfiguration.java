package com.nexnum.command.supply.wiring;

import static java.util.Objects.requireNonNullElse;

import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.SupplyGuard;
import com.nexnum.command.supply.balance.BalanceAlerts;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.command.supply.sandbox.Hooks;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The providers of this process's properties. The sandbox is two of them: {@code sandbox} speaks as
 * SMS-Activate does, {@code sandbox5} as 5sim does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupplyProperties.class)
public class SupplyConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);
    private static final int CALLS = 2_000;
    private static final Money USUAL_ALERT = Money.usd("10");
    private static final String SANDBOX = "nexnum.supply.sandbox";

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(
            name = SupplyConfiguration.SANDBOX + ".enabled",
            havingValue = "true",
            matchIfMissing = true)
    SandboxServer sandboxServer(SupplyProperties properties, Clock clock) {
        var given = properties.sandbox();
        var settings = settings(given);
        var name = new Property(SANDBOX);
        var hook = given.webhookUrl();
        var url = hook == null ? null : name.read(".webhook-url", () -> URI.create(hook));
        var server = name.read(".port", () -> SandboxServer.start(settings, clock));
        if (url != null) {
            server.script().webhooks(new Hooks(url, Hooks.Style.ONCE));
        }
        return server;
    }

    @Bean(destroyMethod = "close")
    Suppliers suppliers(
            SupplyProperties properties,
            ObjectProvider<SandboxServer> sandbox,
            CodeBooks books,
            Destinations destinations,
            ObjectProvider<SupplyGuard> guards,
            Clock clock) {
        var make = new ConfiguredSupplier(books, destinations, clock);
        var all = new ArrayList<Supplier>();
        properties.providers().forEach((slug, given) -> all.add(make.of(slug, given)));
        sandbox.ifAvailable(server -> {
            var given = properties.sandbox();
            var secret = given.webhookSecret();
            var first = to(server, "sandbox", given);
            var second = to(server, "sandbox5", given);
            all.add(make.of(Protocol.SMS_ACTIVATE, first, secret, alone(first)));
            all.add(make.of(Protocol.FIVE_SIM, second, secret, alone(second)));
        });
        SupplyGuard guard = guards.getIfAvailable(() -> supply -> supply);
        return new Suppliers(all.stream().map(it -> it.behind(guard)).toList());
    }

    @Bean
    BalanceAlerts balanceAlerts(ObjectProvider<Suppliers> suppliers) {
        return provider ->
                requireNonNullElse(
                        suppliers.getObject().preference(provider).lowBalanceAlert(), USUAL_ALERT);
    }

    /** Each process has a sandbox of its own, and so its limit. */
    private static UpstreamClient alone(UpstreamSettings settings) {
        return new UpstreamClient(settings.pace(), Destinations.withLoopback());
    }

    private static SandboxSettings settings(SupplyProperties.Sandbox given) {
        var usual = SandboxSettings.USUAL;
        var name = new Property(SANDBOX);
        name.read(".sms-delay", () -> usual.with(given.smsDelay(), Duration.ZERO));
        name.read(".min-cancel-age", () -> terms(given));
        name.read(".port", () -> usual.onPort(given.port()));
        name.read(".webhook-secret", () -> WebhookSecret.checked(given.webhookSecret()));
        return new SandboxSettings(
                given.port(),
                usual.apiKey(),
                given.smsDelay(),
                given.minCancelAge(),
                usual.lifetime(),
                usual.balanceMicros(),
                usual.seed());
    }

    private static UpstreamSettings to(
            SandboxServer server, String slug, SupplyProperties.Sandbox given) {
        return new UpstreamSettings(
                new ProviderSlug(slug),
                server.address(),
                new ApiKey(SandboxSettings.USUAL.apiKey()),
                Tariff.DOLLARS,
                terms(given),
                new Pace(CONNECT_TIMEOUT, CALL_TIMEOUT, CALLS, 64));
    }

    private static Terms terms(SupplyProperties.Sandbox given) {
        var lifetime = SandboxSettings.USUAL.lifetime();
        return new Terms(given.minCancelAge(), lifetime, ZoneOffset.UTC);
    }
}

package com.nexnum.command.supply.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Preference;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.balance.BalanceAlerts;
import com.nexnum.command.supply.sandbox.SandboxCodeBooks;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SupplyConfigurationTest {

    private static final String ACME = "nexnum.supply.providers.acme.";

    private final ApplicationContextRunner process =
            new ApplicationContextRunner()
                    .withUserConfiguration(SupplyConfiguration.class)
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(Destinations.class, Destinations::ofThePublic)
                    .withBean(CodeBooks.class, () -> (_, codes) -> SandboxCodeBooks.of(codes))
                    .withPropertyValues("nexnum.supply.sandbox.port=0");

    private final ApplicationContextRunner withAcme =
            process.withPropertyValues(
                    "nexnum.supply.sandbox.enabled=false",
                    ACME + "protocol=sms-activate",
                    ACME + "base-url=https://example.com",
                    ACME + "api-key=topsecret",
                    ACME + "webhook-secret=0123456789abcdef");

    @Test
    void offers_the_sandbox_in_both_protocols() {
        process.withPropertyValues("nexnum.supply.sandbox.min-cancel-age=1s")
                .run(context -> {
                    var suppliers = context.getBean(Suppliers.class);
                    for (var slug : new String[] {"sandbox", "sandbox5"}) {
                        var bought =
                                suppliers
                                        .find(new ProviderSlug(slug))
                                        .orElseThrow()
                                        .buy(
                                                new ServiceCode("telegram"),
                                                new CountryCode("GB"),
                                                Money.usd("5.00"),
                                                slug);
                        assertThat(bought)
                                .isInstanceOfSatisfying(
                                        Bought.class,
                                        b ->
                                                assertThat(b.minCancelAge())
                                                        .isEqualTo(Duration.ofSeconds(1)));
                    }
                    assertThat(context.getBean(SandboxServer.class).market().counts())
                            .extracting("sold")
                            .isEqualTo(2);
                });
    }

    @Test
    void has_no_sandbox_when_it_is_switched_off() {
        withAcme.run(context -> {
            assertThat(context).doesNotHaveBean(SandboxServer.class);
            assertThat(context.getBean(Suppliers.class).all())
                    .extracting(Supply::provider)
                    .containsExactly(new ProviderSlug("acme"));
        });
    }

    @Test
    void trusts_a_webhook_only_with_its_secret() {
        withAcme.run(context -> {
            var suppliers = context.getBean(Suppliers.class);
            var acme = new ProviderSlug("acme");
            assertThat(suppliers.trustsWebhook(acme, "0123456789abcdef")).isTrue();
            assertThat(suppliers.trustsWebhook(acme, "0123456789abcdeX")).isFalse();
            assertThat(suppliers.trustsWebhook(new ProviderSlug("other"), "")).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("com.nexnum.command.supply.Protocol#all")
    void takes_every_shipped_protocol(Protocol protocol) {
        withAcme.withPropertyValues(
                        ACME + "protocol=" + protocol.word(), ACME + "username=me@example.com")
                .run(context ->
                        assertThat(context.getBean(Suppliers.class).all())
                                .extracting(Supply::provider)
                                .containsExactly(new ProviderSlug("acme")));
    }

    @Test
    void says_whom_the_operator_prefers_and_when_to_tell_of_a_low_balance() {
        var acme = new ProviderSlug("acme");
        withAcme.withPropertyValues(ACME + "priority=1", ACME + "low-balance-alert=25")
                .run(context -> {
                    assertThat(context.getBean(Suppliers.class).preference(acme))
                            .isEqualTo(new Preference(1, 100, Money.usd("25")));
                    var alerts = context.getBean(BalanceAlerts.class);
                    assertThat(alerts.of(acme)).isEqualTo(Money.usd("25"));
                    assertThat(alerts.of(new ProviderSlug("other"))).isEqualTo(Money.usd("10"));
                });
    }

    @Test
    void wants_a_username_where_the_provider_does() {
        withAcme.withPropertyValues(ACME + "protocol=textverified")
                .run(context ->
                        assertThat(messages(context.getStartupFailure()))
                                .contains(ACME + "username", "missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "protocol, smpp",
        "protocol, ''",
        "base-url, ''",
        "base-url, http://example.com",
        "base-url, 'not a url'",
        "api-key, ''",
        "api-key, 'has space topsecret'",
        "currency, RUB",
        "currency, rubles",
        "usd-per-unit, 0",
        "min-cancel-age, 30m",
        "timeout, 0s",
        "calls-per-second, 0",
        "max-concurrent-calls, -1",
        "webhook-secret, short",
        "priority, 0",
        "weight, 10001",
    })
    void does_not_start_on_a_wrong_property_and_names_it(String name, String value) {
        withAcme.withPropertyValues(ACME + name + "=" + value)
                .run(context ->
                        assertThat(messages(context.getStartupFailure()))
                                .contains("nexnum.supply.providers.acme." + name)
                                .doesNotContain("topsecret"));
    }

    @ParameterizedTest
    @CsvSource({
        "port, 70000",
        "sms-delay, -1s",
        "min-cancel-age, 25m",
        "webhook-url, 'not a url'",
        "webhook-secret, short",
    })
    void does_not_start_the_sandbox_on_a_wrong_property_and_names_it(String name, String value) {
        process.withPropertyValues("nexnum.supply.sandbox." + name + "=" + value)
                .run(context ->
                        assertThat(messages(context.getStartupFailure()))
                                .contains("nexnum.supply.sandbox." + name));
    }

    @Test
    void does_not_start_with_a_name_that_is_no_slug_or_is_taken() {
        withAcme.withPropertyValues(
                        "nexnum.supply.providers[A_B].protocol=5sim",
                        "nexnum.supply.providers[A_B].base-url=https://example.com")
                .run(context -> assertThat(messages(context.getStartupFailure())).contains("A_B"));
        process.withPropertyValues(
                        "nexnum.supply.providers.sandbox.protocol=5sim",
                        "nexnum.supply.providers.sandbox.base-url=https://example.com",
                        "nexnum.supply.providers.sandbox.api-key=topsecret")
                .run(context ->
                        assertThat(messages(context.getStartupFailure()))
                                .contains("Two providers are called sandbox"));
    }

    @Test
    void does_not_start_when_the_port_of_the_sandbox_is_taken() {
        process.run(first -> {
            int port = first.getBean(SandboxServer.class).address().getPort();
            process.withPropertyValues("nexnum.supply.sandbox.port=" + port)
                    .run(second ->
                            assertThat(messages(second.getStartupFailure()))
                                    .contains("nexnum.supply.sandbox.port"));
        });
    }

    private static String messages(@Nullable Throwable failure) {
        var all = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }
}

package com.nexnum.command.supply;

import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Lets an adapter read one answer after another. */
abstract class HostileAnswers {

    static final String KEY = "k+y/secret=4711";

    final SandboxFixture fixture = new SandboxFixture();
    private final Protocol protocol;

    HostileAnswers(Protocol protocol) {
        this.protocol = protocol;
    }

    @AfterEach
    void hangUp() {
        fixture.close();
    }

    <T> T to(CannedProvider provider, Tariff tariff, Function<Supply, T> call) {
        try (provider) {
            var pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), 1_000, 8);
            return call.apply(fixture.supply(protocol, KEY, provider.address(), pace, tariff));
        }
    }

    <T> T to(int status, String body, Function<Supply, T> call) {
        var provider = new CannedProvider(new CannedProvider.Answer(status, body));
        return to(provider, Tariff.DOLLARS, call);
    }

    BuyAnswer buy(int status, String body) {
        return to(status, body, HostileAnswers::buy);
    }

    static BuyAnswer buy(Supply supply) {
        return supply.buy(
                new ServiceCode("whatsapp"), new CountryCode("US"), Money.usd("2.00"), "ref-1");
    }
}

package com.nexnum.command.supply;

import com.nexnum.command.supply.engine.ConfiguredSupply;
import com.nexnum.command.supply.engine.Shipped;
import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.command.supply.sandbox.SandboxCodeBooks;
import com.nexnum.command.supply.sandbox.SandboxServer;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.command.supply.sandbox.TickingClock;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sandbox on a free port and adapters that talk to it. */
public final class SandboxFixture implements AutoCloseable {

    public static final Duration MIN_CANCEL_AGE = Duration.ofMinutes(2);
    public static final Duration SMS_DELAY = Duration.ofSeconds(5);
    public static final Duration DEADLINE = Duration.ofMillis(700);

    public final TickingClock clock = new TickingClock();
    public final SandboxServer server =
            SandboxServer.start(
                    new SandboxSettings(
                            0,
                            SandboxSettings.USUAL.apiKey(),
                            SMS_DELAY,
                            MIN_CANCEL_AGE,
                            Duration.ofMinutes(20),
                            100_000_000,
                            7),
                    clock);
    private final List<UpstreamClient> clients = new ArrayList<>();

    public Supply supply(Protocol protocol) {
        return supply(protocol, SandboxSettings.USUAL.apiKey());
    }

    public Supply supply(Protocol protocol, String key) {
        return supply(protocol, key, server.address(protocol));
    }

    public Supply supply(Protocol protocol, String key, URI address) {
        return supply(
                protocol,
                key,
                address,
                new Pace(Duration.ofMillis(300), DEADLINE, 10_000, 64),
                Tariff.DOLLARS);
    }

    public Supply supply(Protocol protocol, String key, URI address, Pace pace, Tariff tariff) {
        var settings =
                new UpstreamSettings(
                        new ProviderSlug("acme"),
                        address,
                        new ApiKey(key),
                        tariff,
                        new Terms(MIN_CANCEL_AGE, Duration.ofMinutes(20), ZoneOffset.UTC),
                        pace);
        var client = new UpstreamClient(pace, Destinations.withLoopback());
        clients.add(client);
        var codes = SandboxCodeBooks.of(protocol);
        return new ConfiguredSupply(
                settings.provider(),
                Shipped.of(protocol, settings),
                new Secrets(
                        Map.of(
                                Auth.KEY,
                                settings.apiKey(),
                                "username",
                                new ApiKey("sandbox@example.com"))),
                client,
                codes,
                clock);
    }

    @Override
    public void close() {
        clients.forEach(UpstreamClient::close);
        server.close();
    }
}

package com.nexnum.command.supply.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.http.UpstreamSettings.Terms;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamLimitsTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/slow",
                exchange -> {
                    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    inside.decrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.createContext(
                "/quick",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        open.countDown();
        server.stop(0);
    }

    @Test
    void lets_no_more_calls_in_at_once_than_the_provider_allows() {
        var pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000, 3);
        var refused = new AtomicInteger();
        try (var client = new UpstreamClient(pace, Destinations.withLoopback());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    if (client.call("GET", at("/slow"), Map.of())
                            instanceof NotSent(var cause, _)) {
                        assertThat(cause).isEqualTo(Cause.NO_TURN);
                        refused.incrementAndGet();
                    }
                });
            }
        }
        assertThat(refused).hasValue(5);
        assertThat(mostInside).hasValue(3);
    }

    @Test
    void sends_no_more_calls_in_a_second_than_the_provider_allows() {
        var pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5), 20, 8);
        try (var client = new UpstreamClient(pace, Destinations.withLoopback())) {
            long start = System.nanoTime();
            for (int i = 0; i < 12; i++) {
                assertThat(client.call("GET", at("/quick"), Map.of())).isInstanceOf(Answer.class);
            }
            // Two at once, then one each 50 ms.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(450));
        }
    }

    @Test
    void rounds_costs_up_and_limits_down() {
        var rubles = new Tariff("RUB", new BigDecimal("0.013741"));
        assertThat(rubles.toUsd(new BigDecimal("0.01"))).isEqualTo(Money.usd("0.000138"));
        assertThat(rubles.limit(Money.usd("1.00"))).isEqualByComparingTo("72.7749");
        assertThat(rubles.toUsd(rubles.limit(Money.usd("1.00"))).micros())
                .isLessThanOrEqualTo(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://10.0.0.1/x",
                "ftp://127.0.0.1",
                "https://user:pass@example.com",
                "https://example.com/?a=b",
                "example.com",
            })
    void refuses_an_address_over_which_a_key_would_leak(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/stubs/handler_api.php",
                "http://127.0.0.1:80/",
                "http://[::1]:80",
                "http://localhost:80",
            })
    void does_not_double_a_path_that_is_there_already(String address) {
        assertThat(settings(address).addressWithout("/stubs/handler_api.php").toString())
                .matches("https?://[^/]+");
    }

    @Test
    void shows_no_key() {
        assertThat(settings("https://example.com").toString()).doesNotContain("topsecret");
    }

    private static UpstreamSettings settings(String address) {
        return new UpstreamSettings(
                new ProviderSlug("acme"),
                URI.create(address),
                new ApiKey("topsecret"),
                Tariff.DOLLARS,
                Terms.USUAL,
                Pace.USUAL);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}

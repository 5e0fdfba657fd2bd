package com.nexnum.command.supply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.kernel.supply.UpstreamId;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider of any shipped protocol answers: no exception, and no belief in nonsense. */
class HostileToAllTest {

    private static final UpstreamId ID = new UpstreamId("1");
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10), 10_000, 8);

    static Stream<Arguments> everythingByEverybody() {
        return Protocol.all().stream()
                .flatMap(protocol ->
                        bodies().entrySet().stream()
                                .map(body ->
                                        argumentSet(
                                                protocol + " answers " + body.getKey(),
                                                protocol,
                                                body.getValue())));
    }

    private static Map<String, byte[]> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("nothing", "");
        bodies.put("a number", "7");
        bodies.put("null", "null");
        bodies.put("an empty list", "[]");
        bodies.put("a page", "<html><body>Welcome</body></html>");
        bodies.put("no text", "\u00ff\u00fe\u0000\u00c3(\u00a0\u00a1\u00ed\u00a0\u0080");
        bodies.put("a bottomless list", "[".repeat(200_000));
        bodies.put("a bottomless object", "{\"a\":".repeat(50_000));
        bodies.put("a number of a million digits", "{\"id\":" + "9".repeat(1_000_000) + "}");
        bodies.put("a small number", "{\"price\":1e-999999999,\"amount\":1e999999999}");
        bodies.put("a line that is hard to match", "ACCESS_NUMBER:" + "1:".repeat(100_000) + "!");
        bodies.put("a word without an end", "A".repeat(1_000_000));
        bodies.put("a huge body", "{\"x\":\"" + "y".repeat(5_000_000) + "\"}");
        bodies.put(
                "wrong types",
                "{\"id\":{},\"activationId\":[],\"number\":[[]],\"phone\":{},\"phoneNumber\":true,"
                        + "\"status\":{},\"state\":[1],\"sms\":7,\"price\":\"much\",\"balance\":{},"
                        + "\"success\":\"maybe\",\"response\":{},\"data\":\"none\"}");
        var bytes = new LinkedHashMap<String, byte[]>();
        bodies.forEach((name, text) -> bytes.put(name, text.getBytes(ISO_8859_1)));
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("everythingByEverybody")
    @Timeout(60)
    void nothing_is_sold_and_nothing_breaks(Protocol protocol, byte[] body) throws IOException {
        var server = server(body);
        try (var fixture = new SandboxFixture()) {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var supply = fixture.supply(protocol, "secret-4711", address, PACE, Tariff.DOLLARS);

            assertThat(HostileAnswers.buy(supply)).isNotInstanceOf(Bought.class);
            assertThat(supply.sms(ID)).isNotInstanceOf(SmsAnswer.Received.class);
            assertThat(supply.cancel(ID)).isNotInstanceOf(CancelAnswer.Cancelled.class);
            assertThat(supply.nextSms(ID)).isNotInstanceOf(NextSmsAnswer.Accepted.class);
            if (supply.active() instanceof ActiveAnswer.Active(var held)) {
                assertThat(held).isEmpty();
            }
            if (supply.priceList() instanceof PriceListAnswer.PriceList(var offers)) {
                assertThat(offers).isEmpty();
            }
            assertThat(supply.balance()).isInstanceOf(BalanceAnswer.Unavailable.class);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(byte[] body) throws IOException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(here, 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
        return server;
    }
}

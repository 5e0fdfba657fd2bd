package com.nexnum.platform.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.outbound.OutboundReply.Answer;
import com.nexnum.platform.outbound.OutboundReply.Lost;
import com.nexnum.platform.outbound.OutboundReply.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final OutboundLimits LIMITS =
            new OutboundLimits(8, Duration.ofMillis(500), 10_000);

    private final GuardedClient local = new GuardedClient(Destinations.withLoopback(), LIMITS);
    private final GuardedClient strict = new GuardedClient(Destinations.ofThePublic(), LIMITS);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void closed() {
        never.countDown();
        local.close();
        strict.close();
    }

    @Test
    void brings_the_whole_answer_with_its_headers() throws IOException {
        try (var server =
                WildServer.saying(
                        "HTTP/1.1 418 Teapot\r\nX-Price: 1\r\nx-price: 2\r\nContent-Length: 4\r\n\r\nth\u00c3\u00a9")) {
            var answer = (Answer) local.send(get(server.at("/tea?key=1")));
            assertThat(answer.status()).isEqualTo(418);
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("th\u00e9");
            assertThat(answer.headers().get("x-price")).containsExactly("1", "2");
        }
    }

    @Test
    void goes_on_when_a_kept_connection_was_closed_meanwhile() throws IOException {
        try (var server = WildServer.with(caller -> WildServer.say(caller, OK))) {
            for (int n = 1; n <= 3; n++) {
                assertThat(local.send(get(server.at("/")))).isInstanceOf(Answer.class);
                assertThat(server.requests).hasValue(n);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://0.0.0.0:%d/"
            })
    void refuses_to_call_this_machine_however_it_is_called(String address) throws IOException {
        try (var server = WildServer.saying(OK)) {
            var reply = strict.send(get(URI.create(address.formatted(server.port()))));
            assertThat(reply).isInstanceOf(NotSent.class);
            assertThat(server.requests).hasValue(0);
        }
    }

    @Test
    void tells_that_an_address_is_not_public_and_not_which() {
        var reply = strict.send(get(URI.create("http://192.168.7.9/secret")));
        assertThat(reply)
                .isEqualTo(
                        new NotSent(
                                "the address is not a public one, nor in nexnum.outbound.allowed-networks"));
    }

    @Test
    void connects_to_the_address_that_was_checked_and_asks_for_it_once() throws IOException {
        try (var server = WildServer.saying(OK)) {
            var asked = new AtomicInteger();
            // The first answer is harmless, the second would be one of ours.
            CheckedNames.Names rebinding =
                    _ ->
                            new InetAddress[] {
                                InetAddress.ofLiteral(
                                        asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")
                            };
            try (var client = new GuardedClient(Destinations.withLoopback(), LIMITS, rebinding)) {
                var address = "http://shop.example:" + server.port() + "/";
                assertThat(client.send(get(URI.create(address)))).isInstanceOf(Answer.class);
            }
            assertThat(asked).hasValue(1);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void refuses_a_name_of_which_only_one_address_is_ours() throws IOException {
        try (var server = WildServer.saying(OK)) {
            CheckedNames.Names mixed =
                    _ ->
                            new InetAddress[] {
                                InetAddress.ofLiteral("127.0.0.1"),
                                InetAddress.ofLiteral("169.254.169.254")
                            };
            try (var client = new GuardedClient(Destinations.withLoopback(), LIMITS, mixed)) {
                var address = "http://shop.example:" + server.port() + "/";
                assertThat(client.send(get(URI.create(address)))).isInstanceOf(NotSent.class);
            }
            assertThat(server.requests).hasValue(0);
        }
    }

    @Test
    void follows_no_redirect() throws IOException {
        try (var inside = WildServer.saying(OK);
                var server =
                        WildServer.saying(
                                "HTTP/1.1 302 Found\r\nLocation: "
                                        + inside.at("/")
                                        + "\r\nContent-Length: 0\r\n\r\n")) {
            var answer = (Answer) local.send(get(server.at("/")));
            assertThat(answer.status()).isEqualTo(302);
            assertThat(inside.requests).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a huge body|HTTP/1.1 200 OK\\r\\nContent-Length: 10001\\r\\n\\r\\n%x",
                "an endless body|HTTP/1.1 200 OK\\r\\n\\r\\n%x%x",
                "half a body|HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nhalf",
                "a broken chunk|HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nhello",
                "no HTTP|220 mail.example.com ESMTP\\r\\n",
                "nothing|''",
                "an endless header|HTTP/1.1 200 OK\\r\\nX: %x%x",
                "a length of no sense|HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\nx"
            })
    void a_request_whose_answer_cannot_be_had_counts_as_sent(String name, String answer)
            throws IOException {
        var bytes = answer.replace("\\r\\n", "\r\n").replace("%x", "x".repeat(10_001));
        try (var server = WildServer.saying(bytes)) {
            assertThat(local.send(get(server.at("/")))).as(name).isInstanceOf(Lost.class);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void refuses_a_flood_of_headers() throws IOException {
        try (var server =
                WildServer.saying("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(5_000) + "\r\n")) {
            assertThat(local.send(get(server.at("/")))).isInstanceOf(Lost.class);
        }
    }

    @Test
    void unpacks_nothing() throws IOException {
        try (var server =
                WildServer.saying(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbomb")) {
            var answer = (Answer) local.send(get(server.at("/")));
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("bomb");
        }
    }

    @Test
    void waits_no_longer_than_it_was_told_while_an_answer_drips() throws IOException {
        try (var server =
                WildServer.with(caller -> {
                    WildServer.say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
                    for (int i = 0; i < 5_000; i++) {
                        WildServer.say(caller, "x");
                        if (never.await(20, TimeUnit.MILLISECONDS)) {
                            return;
                        }
                    }
                })) {
            long began = System.nanoTime();
            assertThat(local.send(get(server.at("/")))).isInstanceOf(Lost.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void sends_nothing_twice_when_the_connection_breaks() throws IOException {
        try (var server = WildServer.with(Socket::close)) {
            assertThat(local.send(get(server.at("/")))).isInstanceOf(Lost.class);
            assertThat(local.send(post(server.at("/")))).isInstanceOf(Lost.class);
            assertThat(server.requests).hasValue(2);
        }
    }

    @Test
    void knows_that_nothing_was_sent_where_nobody_listens() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(local.send(get(URI.create("http://127.0.0.1:" + port + "/"))))
                .isInstanceOf(NotSent.class);
        assertThat(local.send(get(URI.create("http://no-such-host.invalid/"))))
                .isInstanceOf(NotSent.class);
        assertThat(local.send(get(URI.create("mailto:someone")))).isInstanceOf(NotSent.class);
    }

    @Test
    void a_call_that_waited_for_a_connection_in_vain_was_not_sent() throws Exception {
        var one = new OutboundLimits(1, Duration.ofMillis(500), 10_000);
        try (var server = WildServer.with(_ -> never.await());
                var narrow = new GuardedClient(Destinations.withLoopback(), one)) {
            var first = Thread.ofVirtual().start(() -> narrow.send(get(server.at("/first"))));
            Awaitility.await().until(() -> server.requests.get() == 1);
            assertThat(
                            narrow.send(
                                    new OutboundCall(
                                            "GET",
                                            server.at("/second"),
                                            Map.of(),
                                            new byte[0],
                                            Duration.ofMillis(200))))
                    .isInstanceOf(NotSent.class);
            first.join();
            assertThat(server.requests).hasValue(1);
        }
    }

    private static OutboundCall get(URI address) {
        return new OutboundCall("GET", address, Map.of(), new byte[0], Duration.ofSeconds(2));
    }

    private static OutboundCall post(URI address) {
        return new OutboundCall(
                "POST",
                address,
                Map.of("Content-Type", "text/plain"),
                "hi".getBytes(UTF_8),
                Duration.ofSeconds(2));
    }
}

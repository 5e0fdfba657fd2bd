package com.nexnum.query.stream;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import com.nexnum.query.platform.Changes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamEndpointTest {

    private final ReadModels models = new ReadModels();
    private final FeedProjection projection = new FeedProjection(models.live, models.changes);
    private final Purchase purchase =
            new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"));
    private StreamServer server = new StreamServer(models, settings(Duration.ofMinutes(1)));

    @BeforeEach
    void a_wallet() {
        deliver(Wallets.opened(ANNA));
        deliver(Wallets.deposited(ANNA, "10"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tells_a_code_as_soon_as_it_is_projected() throws Exception {
        try (var stream = server.connect(null)) {
            assertThat(stream.header("content-type")).startsWith("text/event-stream");
            assertThat(stream.header("cache-control")).isEqualTo("no-store");
            assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
            assertThat(stream.line()).isEqualTo("retry: 3000");

            purchase.requested();
            purchase.received("Code 77", "77");
            var events = models.history.events();
            models.deliver(projection, events.subList(2, events.size()));

            assertThat(stream.event()).startsWith("id: ").contains("event: status");
            assertThat(stream.event()).contains("event: sms", "\"code\": \"77\"");
        }
    }

    @Test
    void goes_on_after_the_last_event_that_was_seen() throws Exception {
        var head = new Feed(models.sql).head(ANNA);
        deliver(Wallets.deposited(ANNA, "5"));
        try (var stream = server.connect(Long.toString(head))) {
            assertThat(stream.line()).isEqualTo("retry: 3000");
            assertThat(stream.event())
                    .contains("id: " + new Feed(models.sql).head(ANNA), "\"available\": \"15.00\"");
        }
    }

    @Test
    void finds_what_another_process_projected() throws Exception {
        try (var stream = server.connect(null)) {
            assertThat(stream.line()).isEqualTo("retry: 3000");
            var elsewhere = new FeedProjection(models.live, new Changes());
            models.deliver(elsewhere, models.history.add(Wallets.deposited(ANNA, "5")));

            assertThat(stream.event()).contains("\"available\": \"15.00\"");
        }
    }

    @Test
    void says_that_it_is_still_here() throws Exception {
        server.close();
        server = new StreamServer(models, settings(Duration.ofMillis(50)));
        try (var stream = server.connect(null)) {
            assertThat(stream.line()).isEqualTo("retry: 3000");
            assertThat(stream.event()).isEqualTo(": still here");
        }
    }

    @Test
    void ends_with_the_callers_token() throws Exception {
        try (var stream = server.connect(null)) {
            assertThat(stream.line()).isEqualTo("retry: 3000");
            server.letTokensExpire();

            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void ends_when_the_caller_signs_out() throws Exception {
        try (var stream = server.connect(null)) {
            assertThat(stream.line()).isEqualTo("retry: 3000");
            server.signOut();

            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void refuses_one_stream_too_many_and_takes_the_next_after_one_closed() throws Exception {
        server.close();
        server = new StreamServer(models, settings(Duration.ofMillis(50)));
        var first = server.connect(null);
        try (var second = server.connect(null);
                var third = server.connect(null)) {
            assertThat(second.status()).isEqualTo(200);
            assertThat(third.status()).isEqualTo(429);
        }
        first.close();
        server.awaitNoStreams();
        try (var next = server.connect(null)) {
            assertThat(next.status()).isEqualTo(200);
        }
    }

    @Test
    void refuses_an_id_that_it_never_sent() throws Exception {
        try (var stream = server.connect("yesterday")) {
            assertThat(stream.status()).isEqualTo(400);
        }
    }

    private void deliver(Object payload) {
        models.deliver(projection, models.history.add(payload));
    }

    private static StreamSettings settings(Duration heartbeat) {
        return new StreamSettings(heartbeat, Duration.ofMillis(50), 2);
    }
}

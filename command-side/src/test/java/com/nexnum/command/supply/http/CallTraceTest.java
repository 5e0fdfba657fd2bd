package com.nexnum.command.supply.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.CannedProvider;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.platform.outbound.Destinations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTraceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final UpstreamClient client =
            new UpstreamClient(
                    new Pace(SECOND, Duration.ofSeconds(6), 1, 1), Destinations.withLoopback());

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void the_wait_for_our_own_limit_is_not_the_providers_slowness() {
        var trace = new CallTrace();
        try (var provider = CannedProvider.saying("OK")) {
            long began = System.nanoTime();
            trace.of(() -> {
                call(provider);
                return call(provider);
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(SECOND);
        }
        assertThat(trace.longest()).isPositive().isLessThan(SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "200, UNREADABLE",
        "400, UNREADABLE",
        "401, BAD_CREDENTIALS",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR"
    })
    void an_answer_of_no_use_tells_by_its_status_why(int status, CallOutcome outcome) {
        assertThat(asked(status).useless()).isEqualTo(outcome);
    }

    @Test
    void what_the_providers_own_words_mean_goes_before_its_status() {
        var trace = asked(500);
        trace.of(() -> {
            CallTrace.reads(() -> Optional.of(CallOutcome.NO_NUMBERS));
            return trace;
        });
        assertThat(trace.useless()).isEqualTo(CallOutcome.NO_NUMBERS);
    }

    @Test
    void who_asked_nobody_knows_nothing() {
        var trace = new CallTrace();
        assertThat(trace.of(() -> "a guess")).isEqualTo("a guess");
        assertThat(trace.isEmpty()).isTrue();
        assertThat(trace.useless()).isEqualTo(CallOutcome.NOT_ASKED);
    }

    @Test
    void without_a_trace_calls_are_made_all_the_same() {
        try (var provider = CannedProvider.saying("OK")) {
            assertThat(call(provider)).isInstanceOf(UpstreamReply.Answer.class);
        }
    }

    private CallTrace asked(int status) {
        var trace = new CallTrace();
        try (var provider = new CannedProvider(new CannedProvider.Answer(status, "?"))) {
            trace.of(() -> call(provider));
        }
        return trace;
    }

    private UpstreamReply call(CannedProvider provider) {
        return client.call("GET", provider.address(), Map.of());
    }
}

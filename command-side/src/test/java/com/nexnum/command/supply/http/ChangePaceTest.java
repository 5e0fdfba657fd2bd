package com.nexnum.command.supply.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A provider's limits change while calls are under way. */
class ChangePaceTest {

    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final Turnstile turnstile = Turnstile.alone(pace(1_000, 1));

    @Test
    void more_places_are_there_at_once() throws InterruptedException {
        assertThat(enters()).isTrue();
        assertThat(enters()).isFalse();
        turnstile.pace(pace(1_000, 2));
        assertThat(enters()).isTrue();
        assertThat(enters()).isFalse();
    }

    @Test
    void fewer_places_count_the_calls_that_are_under_way() throws InterruptedException {
        turnstile.pace(pace(1_000, 2));
        long first = Objects.requireNonNull(turnstile.enter(true, AT_ONCE));
        long second = Objects.requireNonNull(turnstile.enter(true, AT_ONCE));
        turnstile.pace(pace(1_000, 1));
        turnstile.leave(first);
        assertThat(enters()).as("one is still under way").isFalse();
        turnstile.leave(second);
        assertThat(enters()).isTrue();
    }

    @Test
    void fewer_tickets_are_fewer_at_once() {
        turnstile.pace(pace(10, 1));
        assertThat(turnstile.tickets()).isEqualTo(10);
        assertThat(turnstile.share()).isEqualTo(10);
    }

    private boolean enters() throws InterruptedException {
        return turnstile.enter(true, AT_ONCE) != null;
    }

    private static Pace pace(int callsPerSecond, int atOnce) {
        var second = Duration.ofSeconds(1);
        return new Pace(second, second, callsPerSecond, atOnce);
    }
}

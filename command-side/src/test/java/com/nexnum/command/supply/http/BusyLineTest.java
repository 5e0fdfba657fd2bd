package com.nexnum.command.supply.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Purchases go elsewhere while a provider's line is full. */
class BusyLineTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void is_busy_while_a_call_waits_for_one_that_is_under_way() throws InterruptedException {
        var turnstile = turnstile(1_000, 1);
        long first = Objects.requireNonNull(turnstile.enter(true, LONG));
        assertThat(turnstile.isBusy()).as("nobody has to wait yet").isFalse();
        wait(turnstile, true);
        await().until(turnstile::isBusy);
        turnstile.leave(first);
        await().until(() -> !turnstile.isBusy());
    }

    @Test
    void is_busy_when_a_second_of_calls_waits() throws InterruptedException {
        var turnstile = turnstile(2, 100);
        for (int i = 0; i < 2; i++) {
            turnstile.leave(Objects.requireNonNull(turnstile.enter(true, LONG)));
        }
        for (int i = 0; i < 8; i++) {
            wait(turnstile, true);
        }
        await().until(turnstile::isBusy);
    }

    @Test
    void is_not_busy_because_of_calls_that_let_others_go_first() throws InterruptedException {
        var turnstile = turnstile(1_000, 1);
        turnstile.enter(true, LONG);
        var patient = Thread.startVirtualThread(() -> enter(turnstile, false));
        await().until(() -> patient.getState() == Thread.State.TIMED_WAITING);
        assertThat(turnstile.isBusy()).isFalse();
        patient.interrupt();
    }

    private void wait(Turnstile turnstile, boolean hurry) {
        callers.execute(() -> enter(turnstile, hurry));
    }

    private static void enter(Turnstile turnstile, boolean hurry) {
        try {
            turnstile.enter(hurry, LONG);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Turnstile turnstile(int callsPerSecond, int atOnce) {
        var second = Duration.ofSeconds(1);
        return Turnstile.alone(new Pace(second, second, callsPerSecond, atOnce));
    }
}

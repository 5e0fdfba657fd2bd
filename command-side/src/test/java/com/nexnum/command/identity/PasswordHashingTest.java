package com.nexnum.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    @Test
    void a_hash_matches_its_password_only() {
        var hashing = new PasswordHashing(new SignInProperties(1, Duration.ofSeconds(5), 10));
        var hash = hashing.hash("a good password");
        assertThat(hashing.matches("a good password", hash)).isTrue();
        assertThat(hashing.matches("a Good password", hash)).isFalse();
    }

    @Test
    void is_busy_rather_than_endlessly_in_line() throws Exception {
        var hashing = new PasswordHashing(new SignInProperties(1, Duration.ofMillis(1), 10));
        var busy = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var asked =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> threads.submit(() -> hashOrCount(hashing, start, busy)))
                            .toList();
            start.countDown();
            for (var each : asked) {
                each.get();
            }
        }
        assertThat(busy).hasValueGreaterThan(0);
        assertThat(hashing.hash("a good password")).isNotEmpty();
    }

    @Test
    void an_interrupted_caller_is_told_that_it_was_busy() {
        var hashing = new PasswordHashing(new SignInProperties(1, Duration.ofSeconds(5), 10));
        hashing.matchesNobody("warm up");
        assertThatThrownBy(() -> interrupted(hashing)).isInstanceOf(ProblemException.class);
    }

    private static void interrupted(PasswordHashing hashing) {
        Thread.currentThread().interrupt();
        try {
            hashing.matchesNobody("a good password");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static String hashOrCount(
            PasswordHashing hashing, CountDownLatch start, AtomicInteger busy)
            throws InterruptedException {
        start.await();
        try {
            return hashing.hash("a good password");
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(503);
            assertThat(e.problem().code()).isEqualTo("BUSY");
            busy.incrementAndGet();
            return "";
        }
    }
}

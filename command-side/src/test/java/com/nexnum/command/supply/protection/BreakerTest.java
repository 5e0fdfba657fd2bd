package com.nexnum.command.supply.protection;

import static com.nexnum.command.supply.CallOutcome.NO_ANSWER;
import static com.nexnum.command.supply.CallOutcome.NO_NUMBERS;
import static com.nexnum.command.supply.CallOutcome.NO_TURN;
import static com.nexnum.command.supply.CallOutcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.CallOutcome;
import com.nexnum.command.supply.sandbox.TickingClock;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakerTest {

    private static final CustomerId ADMIN = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2c");
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(11);

    private final TickingClock clock = new TickingClock();
    private final List<Breaker.Finding> found = new CopyOnWriteArrayList<>();
    private final Breaker breaker =
            new Breaker(
                    new ProviderSlug("acme"),
                    CircuitTerms.USUAL,
                    clock,
                    it -> Optional.ofNullable(it.finding()).ifPresent(found::add));

    @Test
    void opens_when_half_of_ten_calls_failed_and_says_so_once() {
        calls(5, OK, QUICK);
        calls(4, NO_ANSWER, QUICK);
        assertThat(breaker.isOpen()).isFalse();
        calls(1, NO_ANSWER, QUICK);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.entered()).isEmpty();
        assertThat(found)
                .containsExactly(
                        new Breaker.Finding(
                                0,
                                true,
                                "5 of 10 calls failed, the last with NO_ANSWER, 0 were slow"));
    }

    @Test
    void nine_calls_say_nothing() {
        calls(9, NO_ANSWER, QUICK);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void opens_when_most_calls_are_slow() {
        calls(2, OK, QUICK);
        calls(7, OK, SLOW);
        assertThat(breaker.isOpen()).isFalse();
        calls(1, OK, SLOW);
        assertThat(breaker.isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void opens_for_what_speaks_against_the_provider_and_for_nothing_else(CallOutcome outcome) {
        calls(60, outcome, QUICK);
        assertThat(breaker.isOpen()).isEqualTo(outcome.isFailure());
    }

    /** Whatever comes in between: fewer than half of what tells anything never open it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_says_nothing_changes_nothing(long seed) {
        var random = new Random(seed);
        var outcomes = CallOutcome.values();
        var good = Arrays.stream(outcomes).filter(it -> it.tells() && !it.isFailure()).toList();
        var bad = Arrays.stream(outcomes).filter(CallOutcome::isFailure).toList();
        var idle = Arrays.stream(outcomes).filter(it -> !it.tells()).toList();
        for (int i = 0; i < 500; i++) {
            // Two good ones before each bad one, and any number of idle ones anywhere.
            calls(random.nextInt(5), idle.get(random.nextInt(idle.size())), QUICK);
            var from = i % 3 == 2 ? bad : good;
            calls(1, from.get(random.nextInt(from.size())), QUICK);
        }
        assertThat(breaker.isOpen()).isFalse();
        assertThat(found).isEmpty();
    }

    @Test
    void a_call_that_began_before_it_opened_says_nothing_about_the_trial() {
        var early = breaker.entered().orElseThrow();
        calls(10, NO_ANSWER, QUICK);
        follow(agreed().opened("", clock.instant(), CircuitTerms.USUAL));
        clock.forward(Duration.ofSeconds(15));
        calls(2, OK, QUICK);
        breaker.left(early, NO_ANSWER, SLOW);
        assertThat(breaker.isHalfOpen()).isTrue();
        calls(1, OK, QUICK);
        assertThat(breaker.isHalfOpen()).isFalse();
        assertThat(found.getLast().failing()).isFalse();
    }

    @Test
    void three_trial_calls_decide_and_no_more_are_made_at_once() {
        calls(10, NO_ANSWER, QUICK);
        follow(agreed().opened("", clock.instant(), CircuitTerms.USUAL));
        clock.forward(Duration.ofSeconds(15));
        var passes = new ArrayList<State>();
        for (int i = 0; i < 5; i++) {
            breaker.entered().ifPresent(passes::add);
        }
        assertThat(passes).hasSize(3);
        breaker.left(passes.get(0), NO_TURN, Duration.ZERO);
        assertThat(breaker.entered()).isPresent();
        breaker.left(passes.get(1), NO_ANSWER, QUICK);
        breaker.left(passes.get(2), NO_ANSWER, QUICK);
        breaker.left(passes.get(0), OK, QUICK);
        assertThat(breaker.entered()).isEmpty();
        assertThat(found.getLast().failing()).isTrue();
    }

    /** A trial whose calls do not count would never end. */
    @Test
    void many_who_come_at_once_when_the_wait_is_over_end_the_trial_every_time() throws Exception {
        for (int round = 0; round < 200; round++) {
            calls(10, NO_ANSWER, QUICK);
            follow(agreed().opened("", clock.instant(), CircuitTerms.USUAL));
            clock.forward(Duration.ofMinutes(1));
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 16; i++) {
                    threads.execute(() -> calls(1, OK, QUICK));
                }
            }
            assertThat(breaker.isHalfOpen()).as("round %d", round).isFalse();
            follow(agreed().closed(clock.instant()));
        }
    }

    @Test
    void no_numbers_is_a_good_trial() {
        calls(10, NO_ANSWER, QUICK);
        follow(agreed().opened("", clock.instant(), CircuitTerms.USUAL));
        clock.forward(Duration.ofSeconds(15));
        calls(3, NO_NUMBERS, QUICK);
        assertThat(found.getLast().failing()).isFalse();
    }

    @Test
    void follows_what_others_found_without_a_word_of_its_own() {
        follow(agreed().opened("", clock.instant(), CircuitTerms.USUAL));
        assertThat(breaker.entered()).isEmpty();
        follow(agreed().closed(clock.instant()));
        assertThat(breaker.entered()).isPresent();
        assertThat(found).isEmpty();
    }

    @Test
    void one_that_starts_after_the_wait_begins_with_the_trial() {
        var open = agreed().opened("", clock.instant(), CircuitTerms.USUAL);
        clock.forward(Duration.ofMinutes(1));
        follow(open);
        assertThat(breaker.isHalfOpen()).isTrue();
        calls(3, OK, QUICK);
        assertThat(found).extracting(Breaker.Finding::failing).containsExactly(false);
    }

    @Test
    void old_news_change_nothing() {
        var open = agreed().opened("", clock.instant(), CircuitTerms.USUAL);
        follow(open.closed(clock.instant()));
        follow(open);
        assertThat(breaker.entered()).isPresent();
    }

    @Test
    void an_administrators_word_holds_whatever_happens() {
        follow(agreed().held(false, "we need them", ADMIN, clock.instant()));
        calls(60, NO_ANSWER, QUICK);
        assertThat(breaker.entered()).isPresent();
        follow(agreed().held(true, "enough", ADMIN, clock.instant()));
        clock.forward(Duration.ofDays(1));
        assertThat(breaker.entered()).isEmpty();
        assertThat(breaker.isOpen()).isTrue();
        follow(agreed().letGo("mended", ADMIN, clock.instant()));
        assertThat(breaker.entered()).isPresent();
        assertThat(found).isEmpty();
    }

    private AgreedCircuit agreed() {
        return breaker.agreed();
    }

    private void follow(AgreedCircuit news) {
        breaker.follow(news);
    }

    private void calls(int times, CallOutcome outcome, Duration took) {
        for (int i = 0; i < times; i++) {
            breaker.entered().ifPresent(pass -> breaker.left(pass, outcome, took));
        }
    }
}

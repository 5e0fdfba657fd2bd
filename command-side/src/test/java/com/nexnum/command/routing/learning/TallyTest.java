package com.nexnum.command.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TallyTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void an_outcome_counts_half_after_a_half_life() {
        var later = Tally.sold(NOON).at(NOON.plus(HOUR), HOUR);
        assertThat(later.silent()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_clock_that_runs_behind_makes_nothing_count_more() {
        var sold = Tally.sold(NOON);
        assertThat(sold.at(NOON.minus(HOUR), HOUR)).isEqualTo(sold);
    }

    @Test
    void an_sms_turns_a_silent_number_into_a_delivered_one_however_late_it_is_counted() {
        var counted =
                Tally.sold(NOON)
                        .plus(Tally.sold(NOON.plus(HOUR)), HOUR)
                        .plus(Tally.delivered(NOON, Duration.ofSeconds(40)), HOUR);
        assertThat(counted.silent()).isCloseTo(1, within(1e-12));
        assertThat(counted.delivered()).isCloseTo(0.5, within(1e-12));
        assertThat(counted.smsSeconds()).isCloseTo(20, within(1e-9));
    }

    @Test
    void what_is_forgotten_leaves_nothing() {
        var none = Tally.sold(NOON).plus(Tally.forgotten(NOON), HOUR);
        assertThat(none.numbers()).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_counting_does_not_matter(long seed) {
        var random = new Random(seed);
        var outcomes = new ArrayList<Tally>();
        for (int i = 0; i < 40; i++) {
            var at = NOON.plusSeconds(random.nextInt(20_000));
            outcomes.add(Tally.sold(at));
            if (random.nextBoolean()) {
                outcomes.add(Tally.delivered(at, Duration.ofSeconds(random.nextInt(90))));
            }
            outcomes.add(Tally.answered(at, Duration.ofMillis(random.nextInt(3_000))));
        }
        var first = sum(outcomes);
        Collections.shuffle(outcomes, random);
        var second = sum(outcomes);
        assertThat(second.asOf()).isEqualTo(first.asOf());
        assertThat(second.delivered()).isCloseTo(first.delivered(), within(1e-9));
        assertThat(second.silent()).isCloseTo(first.silent(), within(1e-9));
        assertThat(second.smsSeconds()).isCloseTo(first.smsSeconds(), within(1e-6));
        assertThat(second.answerSeconds()).isCloseTo(first.answerSeconds(), within(1e-6));
    }

    private static Tally sum(List<Tally> outcomes) {
        return outcomes.stream().reduce(Tally.NOTHING, (one, other) -> one.plus(other, HOUR));
    }
}

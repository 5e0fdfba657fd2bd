package com.nexnum.command.sms.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollPaceTest {

    @Test
    void does_not_stretch_what_the_provider_allows() {
        assertThat(PollPace.stretch(numbers(0, 0, 0, 0, 0, 0), 1)).isEqualTo(PollPace.PLAIN);
        assertThat(PollPace.stretch(numbers(35, 0, 0, 0, 0, 0), 10)).isEqualTo(PollPace.PLAIN);
        assertThat(PollPace.stretch(numbers(0, 0, 0, 0, 0, 200), 10)).isEqualTo(PollPace.PLAIN);
    }

    @Test
    void stretches_by_what_is_asked_too_much_of_it() {
        // Ten thousand numbers, as many of each second of their twenty minutes.
        long stretch = PollPace.stretch(numbers(250, 750, 1_500, 2_500, 2_500, 2_500), 200);
        assertThat(stretch).isBetween(4_000L, 4_500L);
        assertThat(PollPace.stretch(numbers(250, 750, 1_500, 2_500, 2_500, 2_500), 100))
                .isBetween(2 * stretch - 2, 2 * stretch + 2);
    }

    @Test
    void asks_for_a_little_more_than_is_allowed_rather_than_for_less() {
        for (int n = 10; n < 100_000; n += 97) {
            long stretch = PollPace.stretch(numbers(0, 0, n, 0, 0, 0), 5);
            if (stretch > PollPace.PLAIN) {
                assertThat(n * 1_000_000L / 8 / stretch).isGreaterThan(5_000);
            }
        }
    }

    private static List<Long> numbers(long... counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}

package com.nexnum.command.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPaceTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 2, 5",
        "0, 2, 5",
        "29, 2, 5",
        "30, 4, 7",
        "119, 4, 7",
        "120, 6, 10",
        "299, 6, 10",
        "300, 10, 15",
        "599, 10, 15",
        "600, 12, 18",
        "899, 12, 18",
        "900, 15, 25",
        "99999, 15, 25"
    })
    void asks_often_while_young_and_seldom_when_old(long ageSeconds, long least, long most) {
        var random = new Random(ageSeconds);
        for (int i = 0; i < 1_000; i++) {
            assertThat(PollPace.next(Duration.ofSeconds(ageSeconds), random))
                    .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        }
    }
}

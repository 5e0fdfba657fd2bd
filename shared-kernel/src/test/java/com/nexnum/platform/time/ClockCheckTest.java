package com.nexnum.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class ClockCheckTest {

    private static final JdbcClient SQL = JdbcClient.create(TestDatabase.empty().dataSource());
    private static final ClockProperties BOUNDS =
            new ClockProperties(Duration.ofSeconds(2), Duration.ofSeconds(60));

    @Test
    void a_clock_that_is_right_says_nothing(CapturedOutput log) {
        check(0);
        assertThat(log).doesNotContain("Clocks differ");
    }

    @ParameterizedTest
    @CsvSource({"10, ahead of", "-10, behind"})
    void a_clock_that_is_a_little_off_is_warned_of(int seconds, String way, CapturedOutput log) {
        check(seconds);
        assertThat(log).contains("Clocks differ: this process's clock is PT").contains(way);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, -70})
    void a_clock_that_is_far_off_refuses_the_start(int seconds) {
        assertThatThrownBy(() -> check(seconds))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("nexnum.clock.refuse-above is PT1M");
    }

    @Test
    void refuses_bounds_that_make_no_sense() {
        assertThatThrownBy(() -> new ClockProperties(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageStartingWith("nexnum.clock.warn-above");
        assertThatThrownBy(() -> new ClockProperties(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageStartingWith("nexnum.clock.refuse-above");
    }

    private static void check(int secondsAhead) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead));
        new ClockCheck(clock, SQL, BOUNDS).afterSingletonsInstantiated();
    }
}

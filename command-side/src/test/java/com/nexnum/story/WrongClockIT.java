package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.trial.command.CommandProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class WrongClockIT {

    @TestConfiguration(proxyBeanMethods = false)
    static class TwoMinutesAhead {
        @Bean
        @Primary
        MovableClock movableClock() {
            var clock = new MovableClock();
            clock.moveOn(Duration.ofMinutes(2));
            return clock;
        }
    }

    @Test
    void a_process_whose_clock_is_far_from_the_databases_does_not_start() {
        var database = TestDatabase.migrated();
        assertThatThrownBy(() ->
                        CommandProcess.on(
                                        database,
                                        List.of(TwoMinutesAhead.class),
                                        "nexnum.roles=command")
                                .close())
                .hasStackTraceContaining("nexnum.clock.refuse-above is PT1M")
                .hasStackTraceContaining("ahead of the database's");
    }
}

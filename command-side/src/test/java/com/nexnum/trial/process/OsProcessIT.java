package com.nexnum.trial.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OsProcessIT {

    @Test
    void a_process_serves_until_it_is_told_to_end() {
        var database = TestDatabase.empty();
        try (var process = OsProcess.start("one", OsProcess.on(database, "nexnum.roles=command"))) {
            process.awaitReady();
            assertThat(process.pid()).isNotEqualTo(ProcessHandle.current().pid());
            process.terminate();
            process.awaitEnd(Duration.ofSeconds(30));
            assertThat(process.log()).contains("Graceful shutdown complete");
        }
    }

    @Test
    void a_process_that_cannot_start_is_told_with_its_log() {
        try (var process = OsProcess.start("none", List.of("nexnum.roles=juggler"))) {
            assertThatThrownBy(process::awaitReady)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("nexnum.roles");
        }
    }
}

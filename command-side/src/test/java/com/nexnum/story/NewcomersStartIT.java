package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.CommandSide;
import com.nexnum.platform.NexNum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a newcomer starts: nothing configured, the embedded PostgreSQL, the demo told. */
@ExtendWith(OutputCaptureExtension.class)
class NewcomersStartIT {

    @TempDir Path folder;

    @Test
    void shows_the_main_job_and_keeps_what_happened_over_a_restart(CapturedOutput output) {
        long events;
        try (var first = start("--demo")) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> output.toString().contains("The demo is over"));
            assertThat(output)
                    .contains("NexNum is ready.", "/api/docs", "demo@nexnum.example")
                    .containsPattern("Purchase +\\+1[0-9]{10} for ")
                    .containsPattern("Code +[0-9]{4,8}")
                    .contains("the provider took it back")
                    .containsPattern("REFUND +\\+")
                    .containsPattern("together +0\\.00 USD");
            the_past_is_out_of_reach(first);
            events = events(first);
        }
        try (var second = start()) {
            assertThat(events(second)).isGreaterThanOrEqualTo(events);
        }
    }

    private void the_past_is_out_of_reach(ConfigurableApplicationContext running) {
        var sql = running.getBean(JdbcClient.class);
        assertThat(sql.sql("select current_user").query(String.class).single())
                .isEqualTo("nexnum_app");
        for (var change :
                new String[] {
                    "delete from domain_event_entry",
                    "update domain_event_entry set payload = ''",
                    "truncate domain_event_entry",
                    "delete from operation_claim"
                }) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table " + table(change));
        }
        assertThat(keyFilePermissions()).isEqualTo("rw-------");
    }

    private static String table(String change) {
        return change.contains("operation_claim") ? "operation_claim" : "domain_event_entry";
    }

    private String keyFilePermissions() {
        try {
            return PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve("master-keyset.json")));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long events(ConfigurableApplicationContext running) {
        return running.getBean(JdbcClient.class)
                .sql("select count(*) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    private ConfigurableApplicationContext start(String... more) {
        var settings =
                new String[] {
                    "--server.port=0",
                    "--nexnum.supply.sandbox.port=0",
                    "--nexnum.data-folder=" + folder,
                    "--nexnum.deposits.sandbox.delay=100ms"
                };
        var all = java.util.stream.Stream.of(settings, more).flatMap(java.util.stream.Stream::of);
        return NexNum.run(CommandSide.class, all.toArray(String[]::new));
    }
}

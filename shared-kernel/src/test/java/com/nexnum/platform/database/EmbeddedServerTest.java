package com.nexnum.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir Path folder;

    @Test
    void comes_back_on_its_port_with_all_that_was_committed_when_it_was_killed()
            throws IOException, SQLException {
        try (var server = EmbeddedServer.on(folder)) {
            execute(server, "create table kept as select 42 as answer");
            var killed = process();

            assertThat(killed.destroyForcibly()).isTrue();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(answer(server)).isEqualTo(42));
            assertThat(process().pid()).isNotEqualTo(killed.pid());
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void stays_down_once_it_was_closed() throws IOException {
        var server = EmbeddedServer.on(folder);
        var process = process();

        server.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        assertThat(PostmasterNote.in(folder)).isEmpty();
    }

    @Test
    void takes_over_a_server_that_a_killed_process_left_running() throws Exception {
        var left =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .start();
        var process = process();
        try (var heir = EmbeddedServer.on(folder)) {
            assertThat(heir.port()).isEqualTo(left.getPort());
            execute(heir, "create table kept as select 42 as answer");
            assertThat(process().pid()).isEqualTo(process.pid());
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        left.close();
    }

    private ProcessHandle process() throws IOException {
        return PostmasterNote.in(folder).flatMap(PostmasterNote::process).orElseThrow();
    }

    private static int answer(EmbeddedServer server) throws SQLException {
        return Integer.parseInt(read(server, "select answer from kept"));
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        return read(server, "show " + name);
    }

    private static String read(EmbeddedServer server, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

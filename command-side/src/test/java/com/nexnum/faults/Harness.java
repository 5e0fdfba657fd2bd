package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.Hooks;
import com.nexnum.command.supply.sandbox.SandboxScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.dao.DataAccessException;

/** A running system, everything that is done to it, and everything that it owes. */
final class Harness implements AutoCloseable {

    private static final Duration QUIET_AFTER = Duration.ofMinutes(5);
    private static final int CAUSE_LINES = 12;

    private final Random random;
    private final Upstream upstream;
    private final Door door = new Door();
    private final Journal journal = new Journal();
    private final Tally tally;
    private final App app;
    private final Hooks.Style hooks;

    Harness(long seed, Path folder, BiFunction<Path, Upstream, App> how) {
        this.random = new Random(seed);
        this.tally = new Tally(seed);
        this.upstream = new Upstream(seed);
        this.hooks = random.nextBoolean() ? Hooks.Style.TWICE : Hooks.Style.OUT_OF_ORDER;
        this.app = how.apply(folder, upstream);
        try {
            start();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Random random() {
        return random;
    }

    Upstream upstream() {
        return upstream;
    }

    SandboxScript script() {
        return upstream.script();
    }

    App app() {
        return app;
    }

    Tally tally() {
        return tally;
    }

    Door door() {
        return door;
    }

    Books books() {
        return new Books(app.database().dataSource());
    }

    Evidence evidence() {
        return books().evidence(upstream, journal);
    }

    Customer customer(String name) {
        return Customer.registered(door, journal, name);
    }

    void start() {
        int port = app.start();
        door.at(port);
        upstream.tells(port, hooks);
    }

    void killApp() {
        app.kill();
        tally.killed("the application");
    }

    /** After a death; nobody waits for the leases of the dead. */
    void startQuickly() {
        books().endLeases();
        start();
    }

    /** Waits until nothing is left to do, and says what is wrong then. */
    List<Complaint> settled() {
        try {
            await().atMost(QUIET_AFTER)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptionsMatching(DataAccessException.class::isInstance)
                    .until(() -> books().unrest().isEmpty() && complaints().isEmpty());
            return bugs();
        } catch (ConditionTimeoutException _) {
            var all = new ArrayList<>(complaints());
            all.addAll(books().unrest());
            all.addAll(bugs());
            return all;
        }
    }

    /** No time mends these; each is told once. */
    private List<Complaint> bugs() {
        return door.takeBugs().stream()
                .map(bug -> Complaint.wrong("Answered with 500: " + bug + " " + causeOf(bug)))
                .toList();
    }

    /** The first lines of the application's own log about that answer. */
    private String causeOf(String bug) {
        var request = bug.replaceAll("(?s).*\"requestId\":\"(\\w+)\".*", "$1");
        return app.log()
                .lines()
                .dropWhile(line -> !line.contains(request))
                .limit(CAUSE_LINES)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private List<Complaint> complaints() {
        tally.purchases(journal.purchases());
        var evidence = evidence();
        var all = new ArrayList<Complaint>();
        for (var check : Check.values()) {
            all.addAll(check.of(evidence));
        }
        return all;
    }

    /** Settles, and keeps what is wrong for the last line. */
    void check(String after) {
        tally.checked(after, settled());
    }

    @Override
    public void close() {
        app.close();
        upstream.close();
    }
}

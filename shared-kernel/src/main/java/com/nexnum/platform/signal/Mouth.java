package com.nexnum.platform.signal;

import com.nexnum.platform.database.OwnConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * Says what is to be said, in transactions of its own and never more often than every few
 * milliseconds: a NOTIFY inside each append would make all commits of the database queue for one
 * lock (docs/adr/0015).
 */
final class Mouth implements AutoCloseable {

    static final Duration GAP = Duration.ofMillis(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Outbox outbox = new Outbox();
    private final Line line;
    private volatile int serverProcess;
    private volatile Set<String> attends = Set.of();

    Mouth(OwnConnections connections) {
        this.line = new Line("signals-out", connections, this::talk);
    }

    void start() {
        line.start();
    }

    void say(Signal signal) {
        outbox.add(signal);
    }

    /** Whether that server process speaks for this one. */
    boolean isOurs(int server) {
        return server == serverProcess;
    }

    /** From now on this process is counted under these names, until it says otherwise or dies. */
    void attend(Set<String> names) {
        attends = Set.copyOf(names);
    }

    /** Waits until all is said, for so long at most. */
    void finish(Duration atMost) {
        outbox.awaitEmpty(atMost);
    }

    private void talk(Connection connection, Runnable works)
            throws SQLException, InterruptedException {
        serverProcess = connection.unwrap(PGConnection.class).getBackendPID();
        try (var statement = connection.createStatement()) {
            // A notice lost in a crash is no loss; the events themselves are on disk already.
            statement.execute("set synchronous_commit = off");
        }
        works.run();
        Set<String> attended = Set.of();
        while (true) {
            var names = attends;
            if (!attended.equals(names)) {
                Attendance.sign(connection, names);
                attended = names;
            }
            var payload = outbox.next(SILENCE);
            if (payload.isEmpty()) {
                if (!connection.isValid(5)) {
                    throw new SQLException("The server does not answer");
                }
            } else {
                if (!attended.equals(attends)) {
                    attended = attends;
                    Attendance.sign(connection, attended);
                }
                notify(connection, payload);
                Thread.sleep(GAP);
            }
        }
    }

    private void notify(Connection connection, String payload) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, Signals.CHANNEL);
            statement.setString(2, payload);
            statement.execute();
        } catch (SQLException e) {
            payload.lines().map(Signal::of).forEach(outbox::add);
            throw e;
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

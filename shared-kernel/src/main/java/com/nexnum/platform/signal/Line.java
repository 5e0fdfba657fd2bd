package com.nexnum.platform.signal;

import com.nexnum.platform.database.OwnConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a connection of its own, opened again for as long as it takes. */
final class Line implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OwnConnections connections;
    private final Talk talk;
    private final Thread thread;
    private volatile @Nullable Connection open;
    private volatile boolean closed;
    private Duration pause = FIRST_PAUSE;

    /** What goes on while the connection stands; ends by an exception. */
    @FunctionalInterface
    interface Talk {
        void run(Connection connection, Runnable works) throws SQLException, InterruptedException;
    }

    Line(String name, OwnConnections connections, Talk talk) {
        this.connections = connections;
        this.talk = talk;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (var connection = connections.open()) {
                open = connection;
                talk.run(connection, () -> pause = FIRST_PAUSE);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("{} lost its connection: {}", thread.getName(), e.getMessage());
                }
            } catch (InterruptedException _) {
                return;
            } finally {
                open = null;
            }
            if (!paused()) {
                return;
            }
        }
    }

    private boolean paused() {
        try {
            Thread.sleep(pause);
            var twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** Cuts the connection, whatever waits on it. */
    @Override
    public void close() {
        closed = true;
        var connection = open;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("It was gone already", e);
            }
        }
        thread.interrupt();
    }
}

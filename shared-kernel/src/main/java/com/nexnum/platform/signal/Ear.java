package com.nexnum.platform.signal;

import com.nexnum.platform.database.OwnConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Hears what other processes say; a server that says nothing is asked whether it is there. */
final class Ear implements AutoCloseable {

    private static final int SILENCE_MILLIS = 10_000;
    private static final int ANSWERS_WITHIN_SECONDS = 5;

    private final Mouth ours;
    private final Consumer<Signal> heard;
    private final Runnable missedSomething;
    private final Line line;

    /**
     * @param missedSomething called whenever it begins to listen: nobody heard what was said before
     */
    Ear(OwnConnections connections, Mouth ours, Consumer<Signal> heard, Runnable missedSomething) {
        this.ours = ours;
        this.heard = heard;
        this.missedSomething = missedSomething;
        this.line = new Line("signals-in", connections, this::listen);
    }

    void start() {
        line.start();
    }

    private void listen(Connection connection, Runnable works) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Signals.CHANNEL);
        }
        works.run();
        missedSomething.run();
        var notices = connection.unwrap(PGConnection.class);
        while (true) {
            var news = notices.getNotifications(SILENCE_MILLIS);
            if (news.length == 0 && !connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                throw new SQLException("The server does not answer");
            }
            for (var one : news) {
                if (!ours.isOurs(one.getPID())) {
                    one.getParameter().lines().map(Signal::of).forEach(heard);
                }
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

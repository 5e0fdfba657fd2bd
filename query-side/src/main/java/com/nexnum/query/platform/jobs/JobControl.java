package com.nexnum.query.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** What long work says while it runs, and hears. */
public final class JobControl {

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);

    private final String id;
    private final JobTable table;
    private final Clock clock;
    private Instant next = Instant.EPOCH;
    private long total;
    private long done;

    JobControl(String id, JobTable table, Clock clock) {
        this.id = id;
        this.table = table;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    /** How much there is to do, in whatever is counted. */
    public synchronized void total(long all) {
        total = all;
    }

    /**
     * That so much more is done. To be called often.
     *
     * @throws CancellationException when somebody cancelled it
     * @throws InterruptedException when the process stops
     */
    public synchronized void advanced(long more) throws InterruptedException {
        done += more;
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        var now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(BETWEEN_NOTES);
            if (table.note(id, done, total)) {
                throw new CancellationException();
            }
        }
    }

    synchronized void last() {
        var _ = table.note(id, done, total);
    }
}

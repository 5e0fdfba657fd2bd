package com.nexnum.query.rebuild;

import java.time.Duration;

/** Writes down how far a rebuild is, not more often than anybody looks. */
final class NotedProgress implements Progress {

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(250);

    private final RebuildLog log;
    private final String model;
    private long noted = System.nanoTime();
    private long events;

    NotedProgress(RebuildLog log, String model) {
        this.log = log;
        this.model = model;
    }

    @Override
    public void target(long position) {
        log.target(model, position);
    }

    @Override
    public Wish reached(long position, long taken, double share) {
        events = taken;
        return System.nanoTime() - noted < BETWEEN_NOTES.toNanos()
                ? Wish.RUN
                : note(position, share);
    }

    /** Notes the end of a step at once. */
    Wish note(long position, double share) {
        var now = System.nanoTime();
        var worked = Duration.ofNanos(now - noted);
        noted = now;
        return log.reached(model, position, events, share, worked);
    }

    void events(long taken) {
        events = taken;
    }
}

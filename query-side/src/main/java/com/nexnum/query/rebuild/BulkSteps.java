package com.nexnum.query.rebuild;

import java.util.List;

/** Takes page after page, in time with live traffic, and stops where that is safe. */
final class BulkSteps {

    private final BulkRows rows;
    private final long lastSafe;
    private final BulkPace pace;
    private final Progress progress;
    private final Throttle throttle;
    private long events;
    private long safeAt = System.nanoTime();

    BulkSteps(
            Job job,
            BulkRows rows,
            long target,
            BulkPace pace,
            Progress progress,
            Throttle throttle) {
        this.rows = rows;
        this.lastSafe = target - pace.latePositions();
        this.pace = pace;
        this.progress = progress;
        this.throttle = throttle;
        this.events = job.taken();
    }

    /** How many events the model took so far. */
    long events() {
        return events;
    }

    void take(List<Stored> page) throws InterruptedException {
        rows.fold(page);
        events += page.size();
        throttle.pace();
        if (!page.isEmpty()) {
            heed(page.getLast().position());
        }
    }

    /** Where positions may still be filled late, no checkpoint is made; the end is near. */
    private void heed(long position) throws InterruptedException {
        var wish = progress.reached(position, events, throttle.share());
        if (wish == Wish.CANCEL) {
            throw new StopWanted(wish);
        }
        boolean due = System.nanoTime() - safeAt >= pace.checkpointEvery().toNanos();
        if ((due || wish == Wish.PAUSE) && position <= lastSafe) {
            rows.checkpoint(position, events);
            safeAt = System.nanoTime();
            if (wish == Wish.PAUSE) {
                throw new StopWanted(wish);
            }
        }
    }
}

package com.nexnum.platform.eventstore;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A wake-up that comes at once after a pause, and otherwise once for all who ask within it. */
final class CalmWakeUp implements Runnable {

    private final Runnable wakeUp;
    private final long pauseNanos;
    private final ScheduledExecutorService later;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile long last;

    CalmWakeUp(Runnable wakeUp, long pauseNanos, ScheduledExecutorService later) {
        this.wakeUp = wakeUp;
        this.pauseNanos = pauseNanos;
        this.later = later;
        this.last = System.nanoTime() - pauseNanos;
    }

    @Override
    public void run() {
        if (!planned.compareAndSet(false, true)) {
            return;
        }
        long wait = last + pauseNanos - System.nanoTime();
        if (wait <= 0) {
            wake();
        } else {
            var _ = later.schedule(this::wake, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void wake() {
        last = System.nanoTime();
        // Before the waking: what is stored from here on asks for a wake-up of its own.
        planned.set(false);
        wakeUp.run();
    }
}

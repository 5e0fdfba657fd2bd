package com.nexnum.command.supply.http;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets calls through at the provider's pace: so many at once, so many a second. */
final class Turnstile {

    private final Semaphore places;
    private final Bucket calls;

    Turnstile(UpstreamSettings.Pace pace) {
        this.places = new Semaphore(pace.maxConcurrentCalls());
        int perSecond = pace.callsPerSecond();
        // A full second's worth of burst would be twice the limit in the provider's first second.
        int burst = Math.max(1, perSecond / 10);
        this.calls =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(burst)
                                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build();
    }

    /**
     * @return false when no turn came within the wait; then there is nothing to leave
     */
    boolean enter(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        if (!places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean entered = false;
        try {
            var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            entered = calls.asBlocking().tryConsume(1, left);
            return entered;
        } finally {
            if (!entered) {
                places.release();
            }
        }
    }

    void leave() {
        places.release();
    }
}

package com.nexnum.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How often a thread that has come to the head of the store looks for more. Under load there is
 * always more, and each look costs as much as a commit; the first event after a silence is read at
 * once.
 */
final class HeadPace {

    private static final long PAUSE = Duration.ofMillis(4).toNanos();

    private final ThreadLocal<@Nullable Long> reachedTheHead = new ThreadLocal<>();

    void beforeReading() {
        var at = reachedTheHead.get();
        if (at != null) {
            LockSupport.parkNanos(PAUSE - (System.nanoTime() - at));
        }
    }

    /**
     * @param last whether there were events, and none after them
     */
    void afterReading(boolean last) {
        reachedTheHead.set(last ? System.nanoTime() : null);
    }
}

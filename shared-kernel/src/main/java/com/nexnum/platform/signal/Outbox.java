package com.nexnum.platform.signal;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is to be said next; the same thing twice is one thing. */
final class Outbox {

    /** PostgreSQL takes payloads below 8000 bytes. */
    private static final int PAYLOAD_BYTES = 7_900;

    /** A crowd of details is no hint to anybody; who misses one looks by himself. */
    private static final int MOST_WAITING = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LinkedHashSet<Signal> waiting = new LinkedHashSet<>();
    private boolean sending;

    void add(Signal signal) {
        lock.lock();
        try {
            if (signal.detail().isEmpty() || waiting.size() < MOST_WAITING) {
                waiting.add(signal);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As much as goes into one message, a line each; empty when nothing was said for so long. */
    String next(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            sending = false;
            changed.signalAll();
            long left = atMost.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            var payload = new StringBuilder();
            int bytes = 0;
            for (var all = waiting.iterator(); all.hasNext(); ) {
                var signal = all.next();
                bytes += signal.bytes();
                if (bytes > PAYLOAD_BYTES) {
                    break;
                }
                payload.append(signal.line()).append('\n');
                all.remove();
            }
            sending = !payload.isEmpty();
            return payload.toString();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is said, for so long at most. */
    void awaitEmpty(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while ((sending || !waiting.isEmpty()) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}

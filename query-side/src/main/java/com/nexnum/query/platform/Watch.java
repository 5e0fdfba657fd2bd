package com.nexnum.query.platform;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One waiter's view of a topic of {@link Changes}. */
public final class Watch implements AutoCloseable {

    private final Consumer<Watch> whenClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean changed;

    Watch(Consumer<Watch> whenClosed) {
        this.whenClosed = whenClosed;
    }

    /**
     * Waits for a change since the last call, at most this long.
     *
     * @return whether one was announced; an interrupted waiter stays interrupted and hears of none
     */
    public boolean await(Duration atMost) {
        lock.lock();
        try {
            var remaining = atMost.toNanos();
            while (!changed && remaining > 0) {
                remaining = woken.awaitNanos(remaining);
            }
            return changed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            changed = false;
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            changed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        whenClosed.accept(this);
    }
}

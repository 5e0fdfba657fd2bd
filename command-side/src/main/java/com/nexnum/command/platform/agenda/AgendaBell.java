package com.nexnum.command.platform.agenda;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the agenda's clerk of this process, and those of others when this one needs help. */
@Component
class AgendaBell {

    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean clerkIsBusy;
    private volatile Runnable others = () -> {};

    /** There may be work of that kind. */
    void ring(String kind) {
        kinds.add(kind);
        ring();
    }

    /** Look up. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Something was put on the agenda that is due. */
    void ringForNews(String kind) {
        ring(kind);
        if (clerkIsBusy) {
            others.run();
        }
    }

    /** Whether this process's clerk has no hand free, or has gone home. */
    void clerkIsBusy(boolean busy) {
        clerkIsBusy = busy;
    }

    /** Rings at all other processes. */
    void ringElsewhere() {
        others.run();
    }

    void connect(Runnable ringElsewhere) {
        others = ringElsewhere;
    }

    /**
     * Waits until the bell rings, or for as long as given.
     *
     * @return the kinds of work that it rang for; empty when any kind may be there
     */
    Set<String> await(long millis) throws InterruptedException {
        if (!rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return Set.of();
        }
        rung.drainPermits();
        var heard = Set.copyOf(kinds);
        kinds.removeAll(heard);
        return heard;
    }
}

package com.nexnum.command.platform.agenda;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the agenda's clerk of this process; other processes look by themselves. */
@Component
class AgendaBell {

    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Semaphore rung = new Semaphore(0);

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

package com.nexnum.command.sms.polling;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Wakes the pollers of this process; other processes look by themselves. */
@Component
class PollBell {

    private final Phaser rings = new Phaser(1);

    void ring() {
        rings.arrive();
    }

    int rung() {
        return rings.getPhase();
    }

    /** Waits for the first ring after the known ones, or for as long as given. */
    void await(int known, long millis) throws InterruptedException {
        try {
            rings.awaitAdvanceInterruptibly(known, millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // Nobody rang.
        }
    }
}

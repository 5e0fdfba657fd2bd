package com.nexnum.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Kills the application, its database or both under load, at moments that the seed chooses. */
final class RandomKills {

    private final Harness harness;
    private final Load load;

    RandomKills(Harness harness, Load load) {
        this.harness = harness;
        this.load = load;
    }

    /** What dies. */
    enum Victim {
        APPLICATION,
        DATABASE,
        BOTH
    }

    /**
     * Some deaths under one load, then silence and a check.
     *
     * @param naturally leases of the dead end by themselves, which takes up to two minutes
     */
    void round(boolean naturally, Victim... victims) {
        load.start();
        for (var victim : victims) {
            pass(500, 3_000);
            kill(victim, naturally);
        }
        pass(500, 2_000);
        load.stop();
        harness.check("after kills under load");
    }

    /**
     * Round after round, each with two deaths that the seed chooses, for the time of the extent.
     */
    void until(Extent extent) {
        var victims = Victim.values();
        long end = System.nanoTime() + extent.time().toNanos();
        do {
            var random = harness.random();
            round(
                    extent.naturally(),
                    victims[random.nextInt(victims.length)],
                    victims[random.nextInt(victims.length)]);
        } while (System.nanoTime() < end);
    }

    private void kill(Victim victim, boolean naturally) {
        var database = harness.app().database();
        boolean app = victim != Victim.DATABASE;
        if (app) {
            harness.killApp();
        }
        if (victim != Victim.APPLICATION) {
            database.kill();
            harness.tally().killed("the database");
            if (app || !harness.app().caresForDatabase()) {
                pass(0, 2_000);
                database.start();
            }
        }
        if (app && naturally) {
            harness.start();
        } else if (app) {
            harness.startQuickly();
        }
    }

    /** The provider misbehaves for that long. */
    void mischief(Duration time) {
        load.start();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Mischief.cause(harness.upstream(), harness.random());
            pass(100, 400);
        }
        load.stop();
        harness.script().calm();
        harness.check("after a bad time at the provider");
    }

    private void pass(int least, int most) {
        LockSupport.parkNanos(MILLISECONDS.toNanos(harness.random().nextInt(least, most)));
    }
}

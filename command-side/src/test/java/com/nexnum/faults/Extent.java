package com.nexnum.faults;

import java.time.Duration;

/**
 * How much is done to the system.
 *
 * @param places where it dies in each journey, at most
 * @param time for killing at random
 * @param customers who buy at the same time
 * @param naturally leases of the dead end by themselves
 */
record Extent(int places, Duration time, int customers, boolean naturally) {

    /** For every build. */
    static final Extent SHORT = new Extent(1, Duration.ofSeconds(4), 3, false);

    static Extent whole(Duration time) {
        return new Extent(Integer.MAX_VALUE, time, 8, true);
    }
}

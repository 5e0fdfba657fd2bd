package com.nexnum.command.supply.protection;

import java.time.Duration;

/** When the circuits of a test open. */
final class CircuitTerms {

    /** Half of the last 50 calls, from 10 on; then 15 seconds, 30 and never more than 60. */
    static final CircuitProperties USUAL =
            new CircuitProperties(
                    50,
                    10,
                    50,
                    Duration.ofSeconds(10),
                    80,
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    3);

    /** The same, and four calls are enough. */
    static final CircuitProperties QUICK =
            new CircuitProperties(
                    8,
                    4,
                    50,
                    Duration.ofSeconds(10),
                    80,
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    3);

    private CircuitTerms() {}
}

package com.nexnum.command.supply.health;

import java.time.Duration;

/**
 * How many calls of a kind there were.
 *
 * @param latencies of those that were sent
 */
record Tally(long calls, Latencies latencies) {

    static final Tally NONE = new Tally(0, Latencies.NONE);

    /** A call for which nothing was sent. */
    static Tally ofUnsent() {
        return new Tally(1, Latencies.NONE);
    }

    static Tally of(Duration took) {
        return new Tally(1, Latencies.of(took.toNanos() / 1_000));
    }

    Tally plus(Tally other) {
        return new Tally(calls + other.calls, latencies.plus(other.latencies));
    }
}

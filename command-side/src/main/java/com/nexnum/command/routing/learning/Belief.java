package com.nexnum.command.routing.learning;

import java.time.Duration;
import java.time.Instant;

/**
 * How likely a number of a provider gets its SMS: a Beta distribution. Where little is known of a
 * service and country, the provider's other ones say what to expect, as if they were a few numbers
 * of this one; where nothing is known at all, every chance is as likely as any other.
 */
record Belief(double alpha, double beta) {

    /** How many numbers the provider's other services and countries stand for at most. */
    private static final double STRONGEST_PRIOR = 8;

    static Belief of(Evidence evidence, Instant now, Duration halfLife) {
        var here = evidence.here().at(now, halfLife);
        var elsewhere = evidence.anywhere().minus(evidence.here(), now, halfLife);
        double mean = (elsewhere.delivered() + 1) / (elsewhere.numbers() + 2);
        double strength = Math.min(STRONGEST_PRIOR, elsewhere.numbers() + 2);
        return new Belief(
                strength * mean + Math.max(0, here.delivered()),
                strength * (1 - mean) + Math.max(0, here.silent()));
    }

    double mean() {
        return alpha / (alpha + beta);
    }
}

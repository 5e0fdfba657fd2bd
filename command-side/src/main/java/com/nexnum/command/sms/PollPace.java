package com.nexnum.command.sms;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long until a provider is asked again: often while a code is likely, seldom later, and spread
 * so that numbers bought together are not asked for together.
 */
final class PollPace {

    static Duration next(Duration age, RandomGenerator random) {
        long seconds = age.toSeconds();
        if (seconds < 30) {
            return between(2, 5, random);
        }
        if (seconds < 120) {
            return between(4, 7, random);
        }
        if (seconds < 300) {
            return between(6, 10, random);
        }
        if (seconds < 600) {
            return between(10, 15, random);
        }
        return seconds < 900 ? between(12, 18, random) : between(15, 25, random);
    }

    private static Duration between(int low, int high, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(low * 1000L, high * 1000L));
    }

    private PollPace() {}
}

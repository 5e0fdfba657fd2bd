package com.nexnum.command.sms.polling;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How long until a provider is asked again: often while a code is likely, seldom later, and spread
 * so that numbers bought together are not asked for together. Where the provider allows fewer calls
 * than that takes, all of these times stretch by the same factor.
 */
final class PollPace {

    /** A stretch of one: the times are as they are meant to be. */
    static final long PLAIN = 1_000;

    /** A little more is due than the limit allows, so that none of it is left unused. */
    private static final long PERCENT_OF_DEMAND = 98;

    /**
     * @param fromSeconds the age from which it holds
     * @param atLeast the shortest time until the next poll, in milliseconds
     * @param atMost the longest, in milliseconds
     */
    record Step(long fromSeconds, long atLeast, long atMost) {}

    static final List<Step> STEPS =
            List.of(
                    new Step(0, 2_000, 5_000),
                    new Step(30, 4_000, 7_000),
                    new Step(120, 6_000, 10_000),
                    new Step(300, 10_000, 15_000),
                    new Step(600, 12_000, 18_000),
                    new Step(900, 15_000, 25_000));

    /** The ages at which the second and each later step begin, for {@code width_bucket}. */
    static final String AGES = array(STEPS.subList(1, STEPS.size()), Step::fromSeconds);

    static final String AT_LEAST = array(STEPS, Step::atLeast);
    static final String AT_MOST = array(STEPS, Step::atMost);

    /**
     * @param numbers how many there are in each step
     * @param callsPerSecond how many calls there are room for; at least 1
     * @return in thousandths, {@link #PLAIN} at least
     */
    static long stretch(List<Long> numbers, long callsPerSecond) {
        long callsPerThousandSeconds = 0;
        for (int i = 0; i < STEPS.size(); i++) {
            var step = STEPS.get(i);
            long usual = (step.atLeast() + step.atMost()) / 2;
            callsPerThousandSeconds += numbers.get(i) * 1_000_000 / usual;
        }
        long stretch = callsPerThousandSeconds * PERCENT_OF_DEMAND / 100 / callsPerSecond;
        return Math.max(PLAIN, stretch);
    }

    private static String array(List<Step> steps, ToLongFunction<Step> what) {
        return steps.stream()
                .map(step -> String.valueOf(what.applyAsLong(step)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private PollPace() {}
}

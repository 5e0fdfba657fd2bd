package com.nexnum.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The subject and its yardstick, measured by turns: whatever else the machine does meets both. */
public final class Takes {

    private final double[] subject;
    private final double[] yardstick;

    private Takes(int rounds) {
        subject = new double[rounds];
        yardstick = new double[rounds];
    }

    /** One measurement of a rate. */
    @FunctionalInterface
    public interface Take {
        double rate() throws Exception;
    }

    public static Takes of(int rounds, Take subject, Take yardstick) throws Exception {
        var takes = new Takes(rounds);
        for (int round = 0; round < rounds; round++) {
            takes.yardstick[round] = yardstick.rate();
            takes.subject[round] = subject.rate();
        }
        return takes;
    }

    public double median() {
        return Report.median(subject);
    }

    /** The middle one of the rounds' ratios. */
    public double ratio() {
        return Report.median(
                IntStream.range(0, subject.length)
                        .mapToDouble(round -> subject[round] / yardstick[round])
                        .toArray());
    }

    @Override
    public String toString() {
        return "takes "
                + rounded(subject)
                + ", yardstick "
                + rounded(yardstick)
                + " (median %.0f)".formatted(Report.median(yardstick));
    }

    private static String rounded(double[] rates) {
        return Arrays.toString(Arrays.stream(rates).mapToLong(Math::round).toArray());
    }
}

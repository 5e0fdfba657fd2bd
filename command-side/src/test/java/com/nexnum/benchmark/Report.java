package com.nexnum.benchmark;

import java.util.Arrays;

/** Where a measurement says what it found, line by line. */
public final class Report {

    static final String REMARK = "  remark: ";

    public void add(Figure figure) {
        System.out.println(figure.line());
        if (!figure.remark().isEmpty()) {
            System.out.println(REMARK + figure.remark());
        }
    }

    /** Something worth reading beside the figures: a profile's summary, memory, a table. */
    public void say(String text) {
        System.out.println("  " + text);
    }

    /** The middle of several takes; this machine's neighbours make any single one a guess. */
    public static double median(double... takes) {
        var sorted = takes.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value that {@code share} (0 to 1) of all takes do not exceed. */
    public static double percentile(double share, double... takes) {
        var sorted = takes.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}

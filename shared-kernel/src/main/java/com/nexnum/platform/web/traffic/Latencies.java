package com.nexnum.platform.web.traffic;

/** How long things took, counted in classes that are 9 percent wide. */
public final class Latencies {

    /** Eight classes for each doubling, from 16 microseconds on. */
    private static final int PER_DOUBLING = 8;

    private static final double SMALLEST_NANOS = 16_000;
    static final int CLASSES = 24 * PER_DOUBLING;

    private final int[] counts;

    /**
     * @param counts how many were in each class
     */
    Latencies(int[] counts) {
        this.counts = counts;
    }

    static int classOf(long nanos) {
        var doublings = Math.log(Math.max(1, nanos / SMALLEST_NANOS)) / Math.log(2);
        return (int) Math.min(CLASSES - 1, doublings * PER_DOUBLING);
    }

    /** How many there were. */
    public int size() {
        var sum = 0;
        for (var count : counts) {
            sum += count;
        }
        return sum;
    }

    /** What 99 of 100 took at most, in nanoseconds; 0 when there were none. */
    public double p99() {
        var beyond = size() / 100;
        for (var of = CLASSES - 1; of >= 0; of--) {
            beyond -= counts[of];
            if (beyond < 0) {
                return SMALLEST_NANOS * Math.pow(2, (of + 1.0) / PER_DOUBLING);
            }
        }
        return 0;
    }
}

package com.nexnum.command.supply.health;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Calls by how long they took, in buckets that are the same everywhere and for ever, so that the
 * counts of processes and minutes can be added. Each power of two of time has four: what is told of
 * them is right within an eighth.
 */
final class Latencies {

    static final Latencies NONE = new Latencies(new long[0]);

    /** The last bucket holds everything above two minutes. */
    private static final int BUCKETS = 76;

    /** The smallest thing told apart is 256 microseconds. */
    private static final int UNIT_BITS = 8;

    private final long[] counts;

    private Latencies(long[] counts) {
        this.counts = counts;
    }

    static Latencies of(long micros) {
        var counts = new long[BUCKETS];
        counts[bucket(micros)] = 1;
        return new Latencies(counts);
    }

    /** Of what {@link #stored()} wrote. */
    static Latencies read(Long[] counts) {
        return new Latencies(Arrays.stream(counts).mapToLong(Long::longValue).toArray());
    }

    /** As PostgreSQL writes an array of numbers. */
    String stored() {
        return LongStream.of(counts)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    boolean isEmpty() {
        return counts.length == 0;
    }

    Latencies plus(Latencies other) {
        if (isEmpty()) {
            return other;
        }
        var sum = counts.clone();
        for (int i = 0; i < other.counts.length; i++) {
            sum[i] += other.counts[i];
        }
        return new Latencies(sum);
    }

    /**
     * How long the call took, in milliseconds, that so many percent of the calls did not exceed.
     *
     * @throws IllegalStateException when there is none
     */
    long percentileMillis(int percent) {
        if (isEmpty()) {
            throw new IllegalStateException("No calls were measured");
        }
        long rank = Math.max(1, Math.ceilDiv(LongStream.of(counts).sum() * percent, 100L));
        int bucket = 0;
        for (long passed = counts[0]; passed < rank; passed += counts[bucket]) {
            bucket++;
        }
        return middle(bucket) / 1_000;
    }

    private static int bucket(long micros) {
        long units = Math.max(0, micros) >> UNIT_BITS;
        if (units < 4) {
            return (int) units;
        }
        int octave = 63 - Long.numberOfLeadingZeros(units);
        int quarter = (int) ((units >> (octave - 2)) & 3);
        return Math.min(BUCKETS - 1, 4 * (octave - 1) + quarter);
    }

    /** In microseconds. */
    private static long middle(int bucket) {
        int octave = Math.max(2, bucket / 4 + 1);
        long width = 1L << (octave - 2);
        long from = bucket < 4 ? bucket : (4L + bucket % 4) * width;
        return ((2 * from + width) << UNIT_BITS) / 2;
    }
}

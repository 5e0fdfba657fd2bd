package com.nexnum.query.stream;

import java.util.TreeSet;

/**
 * Which positions a stream has told. Events of different wallets and numbers may be projected a
 * little out of order, so the stream looks back over the last positions for late ones.
 */
final class Told {

    private static final int LOOK_BACK = 256;

    private final long start;
    private final TreeSet<Long> positions = new TreeSet<>();
    private long highest;

    Told(long start) {
        this.start = start;
        this.highest = start;
    }

    /** Positions after this one are worth reading. */
    long readAfter() {
        return Math.max(start, highest - LOOK_BACK);
    }

    /** Whether this one was not told before; it counts as told from now on. */
    boolean isNews(long position) {
        return position > readAfter() && positions.add(position);
    }

    /** Whether a later one was told before; then it must not become the place to resume from. */
    boolean isLate(long position) {
        return position < highest;
    }

    void advance(long position) {
        highest = Math.max(highest, position);
        positions.headSet(readAfter(), true).clear();
    }
}

package com.nexnum.query.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a read model.
 *
 * @param pausing whether it will pause, or be cancelled, at the next step where that is safe
 * @param version of the projection that builds it
 * @param upTo the position that a reset ends at; null for a rebuild
 * @param position up to where history was folded
 * @param target up to where history is folded before the new tables catch up
 * @param events how many the read model took
 * @param eventsPerSecond how many it takes a second, pauses left out; null before it is known
 * @param etaSeconds how long the reading will still take; null when it is over or not known
 * @param share which share of the time it works, so that requests do not suffer
 * @param differing rows that came out otherwise than the live ones at the same event; null before
 *     they were compared
 * @param failure why it failed; the live tables are as they were
 */
public record RebuildView(
        RebuildState state,
        boolean pausing,
        int version,
        @Nullable Long upTo,
        long position,
        long target,
        long events,
        @Nullable Long eventsPerSecond,
        @Nullable Long etaSeconds,
        double share,
        @Nullable Long differing,
        @Nullable String startedBy,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {

    /** Whether nothing happens to it until somebody wants something of it. */
    public boolean isOver() {
        return state.ended() || state == RebuildState.PAUSED;
    }

    /** The same, of a rebuild that nobody works on. */
    RebuildView interrupted() {
        return new RebuildView(
                RebuildState.INTERRUPTED,
                pausing,
                version,
                upTo,
                position,
                target,
                events,
                eventsPerSecond,
                null,
                share,
                differing,
                startedBy,
                startedAt,
                updatedAt,
                null,
                failure);
    }

    static @Nullable Long rate(long events, Duration worked) {
        return worked.toMillis() == 0 || events == 0 ? null : events * 1000 / worked.toMillis();
    }

    static @Nullable Long eta(long position, long target, Duration worked) {
        return position <= 0 || worked.isZero()
                ? null
                : Math.max(0, target - position) * worked.toMillis() / position / 1000;
    }
}

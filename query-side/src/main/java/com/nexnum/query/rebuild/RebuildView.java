package com.nexnum.query.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a read model.
 *
 * @param position up to where history was folded
 * @param target up to where history is folded before the new tables catch up
 * @param events how many the read model took
 * @param differing rows that came out otherwise than the live ones at the same event; null before
 *     they were compared
 * @param failure why it failed; the live tables are as they were
 */
public record RebuildView(
        RebuildState state,
        long position,
        long target,
        long events,
        @Nullable Long differing,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {}

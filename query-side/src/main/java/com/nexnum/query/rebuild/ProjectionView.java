package com.nexnum.query.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection as administrators see it.
 *
 * @param position up to where all of its segments have come; null before the first event
 * @param head the last position of the event store; null when it is empty
 * @param lag positions between the two
 * @param deadLetters events that it could not take
 */
public record ProjectionView(
        String name,
        @Nullable Long position,
        @Nullable Long head,
        long lag,
        List<SegmentView> segments,
        long deadLetters,
        @Nullable RebuildView rebuild) {

    public ProjectionView {
        segments = List.copyOf(segments);
    }

    /**
     * @param owner the process that works on it; null when none does
     */
    public record SegmentView(int segment, @Nullable String owner, @Nullable Long position) {}
}

package com.nexnum.query.projections;

import com.nexnum.query.rebuild.RebuildView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection, or a process that follows events, as administrators see it.
 *
 * @param version of the projection in this process; null for a process
 * @param liveVersion of which version the rows are that are read; null for a process
 * @param position up to where all of its segments have come; null before the first event
 * @param head the last position of the event store; null when it is empty
 * @param lag positions between the two
 * @param lagSeconds how old the first event is that it has not seen; 0 when there is none
 * @param eventsPerSecond positions that it passed a second, lately; null before it is known
 * @param errors segments of the asked process that stand at an event that fails
 * @param deadLetters events that it could not take, or that wait behind one
 * @param previous the rows before the last rebuild, while they are kept
 */
public record ProjectionView(
        String name,
        Kind kind,
        @Nullable Integer version,
        @Nullable Integer liveVersion,
        @Nullable Long position,
        @Nullable Long head,
        long lag,
        long lagSeconds,
        @Nullable Long eventsPerSecond,
        List<SegmentView> segments,
        List<SegmentError> errors,
        long deadLetters,
        @Nullable PreviousView previous,
        @Nullable RebuildView rebuild) {

    public ProjectionView {
        segments = List.copyOf(segments);
        errors = List.copyOf(errors);
    }

    /** What follows the events. */
    public enum Kind {
        /** Makes rows of events, and can make them again. */
        PROJECTION,
        /** Does something because of events, once. */
        PROCESS
    }

    /**
     * @param owner the process that works on it; null when none does
     */
    public record SegmentView(int segment, @Nullable String owner, @Nullable Long position) {}

    /**
     * @param event which one it is, without its content
     * @param cause the class of what was thrown
     */
    public record SegmentError(int segment, String event, Instant since, String cause) {}

    /**
     * @param position up to where the rows hold what happened
     * @param droppedAt when they are dropped by themselves
     */
    public record PreviousView(int version, long position, Instant since, Instant droppedAt) {}
}

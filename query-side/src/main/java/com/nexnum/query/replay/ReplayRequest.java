package com.nexnum.query.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a replay makes.
 *
 * @param upTo as it was asked for: an instant, a position, or nothing for the head of the store
 * @param position the last one whose event is replayed
 * @param live whether the live balances are compared too, which are those of now
 */
public record ReplayRequest(@Nullable String upTo, long position, boolean live) {

    /**
     * A body: {@code {"upTo":"2026-03-01T10:00:00Z"}}, {@code {"upTo":"4711"}}.
     *
     * @param upTo an instant in ISO-8601, or a position in the event store; everything when absent
     */
    public record Body(@Nullable String upTo) {}

    /**
     * What can be asked for.
     *
     * @param first position of the first event
     * @param last position of the last event
     * @param from when the first event happened
     */
    record Range(long first, long last, Instant from) {}
}

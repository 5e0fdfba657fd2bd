package com.nexnum.platform.eventstore;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event tail for those who need not hear of each event by itself: an event after a pause wakes
 * them at once, a stream of events every few milliseconds, so that they take more of it in each
 * transaction.
 */
final class CalmTail implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventTail tail;

    CalmTail(EventTail tail) {
        this.tail = tail;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return tail.openCalmStream(token);
    }

    @Override
    public TrackingToken createTailToken() {
        return tail.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return tail.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return tail.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return tail.createTokenSince(duration);
    }
}

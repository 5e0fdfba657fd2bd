package com.nexnum.platform.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** The event at which each segment of this process failed last. */
@Component
public class FailingSegments {

    private final ConcurrentHashMap<String, Failure> last = new ConcurrentHashMap<>();
    private final Clock clock;

    public FailingSegments(Clock clock) {
        this.clock = clock;
    }

    /**
     * A segment that did not get past an event.
     *
     * @param position of the event in the store
     * @param since when this event failed first
     * @param cause the class of what was thrown
     */
    public record Failure(
            String group, int segment, long position, String event, Instant since, String cause) {}

    void failed(String group, UnitOfWork<? extends EventMessage<?>> unit, Exception why) {
        Integer segment = unit.getResource("Processor[" + group + "]/SegmentId");
        if (segment == null || !(unit.getMessage() instanceof TrackedEventMessage<?> event)) {
            return;
        }
        long position = event.trackingToken().position().orElse(-1);
        var now =
                new Failure(
                        group,
                        segment,
                        position,
                        EventPlace.of(event),
                        clock.instant(),
                        MaskedCause.of(why).type());
        last.merge(
                group + "/" + segment,
                now,
                (known, latest) -> known.position() == position ? known : latest);
    }

    /** Each segment's last failure; it is over once the segment's position is past it. */
    public List<Failure> last() {
        return List.copyOf(last.values());
    }
}

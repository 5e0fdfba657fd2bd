package com.nexnum.platform.eventstore;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.language.Named;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Says in a log which event is meant, without its content. */
final class EventPlace {

    /** Such as {@code event 42 (wallet.funds-held, 3 of wallet-cus_1)}. */
    static String of(EventMessage<?> event) {
        var index =
                event instanceof TrackedEventMessage<?> tracked
                        ? Long.toString(tracked.trackingToken().position().orElse(-1))
                        : event.getIdentifier();
        var stream =
                event instanceof DomainEventMessage<?> domain
                        ? ", "
                                + domain.getSequenceNumber()
                                + " of "
                                + domain.getAggregateIdentifier()
                        : "";
        return "event " + index + " (" + name(event.getPayloadType()) + stream + ")";
    }

    private static String name(Class<?> event) {
        if (EventSerializer.isUnknown(event)) {
            return "unknown to this version";
        }
        return event.isAnnotationPresent(Named.class)
                ? EventSerializer.nameOf(event)
                : event.getName();
    }

    private EventPlace() {}
}

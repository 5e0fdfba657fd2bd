package com.nexnum.platform.eventstore;

import com.nexnum.kernel.language.EventSerializer;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Changes no event. One that nobody knows is no part of an aggregate's state and is refused with
 * its place; processors get it as it is, and park it.
 */
final class KnownNames implements EventUpcaster {

    private final Serializer events;

    KnownNames(Serializer events) {
        this.events = events;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(
            Stream<IntermediateEventRepresentation> stored) {
        return stored.map(this::known);
    }

    private IntermediateEventRepresentation known(IntermediateEventRepresentation event) {
        if (event.getTrackingToken().isPresent()
                || !EventSerializer.isUnknown(events.classForType(event.getType()))) {
            return event;
        }
        var why = EventSerializer.unknown(event.getType().getName());
        throw new SerializationException(
                "Event %s, %s of %s, cannot be read: %s"
                        .formatted(
                                event.getMessageIdentifier(),
                                event.getSequenceNumber().map(Object::toString).orElse("?"),
                                event.getAggregateIdentifier().orElse("no stream"),
                                why.getMessage()),
                why);
    }
}

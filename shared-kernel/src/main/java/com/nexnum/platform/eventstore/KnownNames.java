package com.nexnum.platform.eventstore;

import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Changes no event, and says of one that nobody knows where it stands. */
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
        try {
            events.classForType(event.getType());
            return event;
        } catch (SerializationException e) {
            throw new SerializationException(
                    "Event %s, %s of %s, cannot be read: %s"
                            .formatted(
                                    event.getTrackingToken()
                                            .map(token -> "" + token.position().orElse(-1))
                                            .orElse(event.getMessageIdentifier()),
                                    event.getSequenceNumber().map(Object::toString).orElse("?"),
                                    event.getAggregateIdentifier().orElse("no stream"),
                                    e.getMessage()),
                    e);
        }
    }
}

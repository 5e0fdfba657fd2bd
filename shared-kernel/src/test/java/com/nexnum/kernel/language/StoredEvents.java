package com.nexnum.kernel.language;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Reads an event as the store does: through the upcasters and the serializer. */
final class StoredEvents {

    private final EventUpcasterChain history;
    private final EventSerializer serializer = EventSerializer.create();

    StoredEvents(EventUpcasterChain history) {
        this.history = history;
    }

    Object read(String name, String revision, String payload) {
        var entry =
                new GenericDomainEventEntry<>(
                        "Any", "any-1", 0, "event-1", Instant.EPOCH, name, revision, payload, "{}");
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entry), serializer, history)
                .next()
                .getPayload();
    }

    Object read(Contract contract) {
        return read(contract.storedName(), contract.revision(), contract.json());
    }
}

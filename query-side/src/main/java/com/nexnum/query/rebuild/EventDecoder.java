package com.nexnum.query.rebuild;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.language.History;
import com.nexnum.kernel.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/**
 * Reads payloads as today's events: those of today's revision by a reader of their own, older ones
 * through the chain of upcasters.
 */
@Component
public class EventDecoder {

    private record Today(String revision, ObjectReader reader) {}

    private final EventSerializer events;
    private final EventUpcasterChain history;
    private final Map<String, Today> readers = new HashMap<>();

    public EventDecoder(
            @Qualifier("eventSerializer") Serializer serializer, EventUpcasterChain history) {
        this.events = (EventSerializer) serializer;
        this.history = history;
        Language.events().forEach(this::add);
    }

    private void add(Class<?> event) {
        var type = events.typeForClass(event);
        var reader = events.getObjectMapper().readerFor(event);
        readers.put(type.getName(), new Today(type.getRevision(), reader));
    }

    /** Under which names these events are stored, today and before; vocabularies stand for all. */
    static Set<String> storedNames(List<Class<?>> events) {
        return History.storedNames(
                events.stream()
                        .flatMap(event ->
                                event.isSealed()
                                        ? Stream.of(event.getPermittedSubclasses())
                                        : Stream.of(event))
                        .map(EventSerializer::nameOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * @param payload JSON in UTF-8
     * @return one event, or what an upcaster made of it
     * @throws org.axonframework.serialization.SerializationException when it cannot be read
     */
    List<Object> decode(long position, String name, @Nullable String revision, byte[] payload) {
        var today = readers.get(name);
        if (today == null || !today.revision().equals(revision)) {
            return older(position, name, revision, payload);
        }
        Object event = today.reader().readValue(payload);
        return List.of(event);
    }

    private List<Object> older(
            long position, String name, @Nullable String revision, byte[] payload) {
        var entry =
                new GenericDomainEventEntry<>(
                        "rebuild",
                        "position-" + position,
                        0,
                        "position-" + position,
                        "1970-01-01T00:00:00Z",
                        name,
                        Objects.requireNonNullElse(revision, ""),
                        new String(payload, StandardCharsets.UTF_8),
                        "{}");
        var stored = new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(position), entry);
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(stored), events, history)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }
}

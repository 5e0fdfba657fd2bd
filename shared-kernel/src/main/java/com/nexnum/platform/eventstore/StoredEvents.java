package com.nexnum.platform.eventstore;

import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single events as they stand in the store now, through today's upcasters. */
@Component
final class StoredEvents {

    private final JdbcClient sql;
    private final Serializer events;
    private final EventUpcasterChain history;

    StoredEvents(
            JdbcClient sql,
            @Qualifier("eventSerializer") Serializer events,
            EventUpcasterChain history) {
        this.sql = sql;
        this.events = events;
        this.history = history;
    }

    /** The same event, or what was given when the store has it no more. */
    EventMessage<?> again(EventMessage<?> event) {
        return sql.sql(
                        """
                        select * from domain_event_entry where event_identifier = :id
                        """)
                .param("id", event.getIdentifier())
                .query((row, _) ->
                        (TrackedEventData<?>)
                                new TrackedDomainEventData<>(
                                        GapAwareTrackingToken.newInstance(
                                                row.getLong("global_index"), Set.of()),
                                        (DomainEventData<String>)
                                                new GenericDomainEventEntry<>(
                                                        row.getString("type"),
                                                        row.getString("aggregate_identifier"),
                                                        row.getLong("sequence_number"),
                                                        row.getString("event_identifier"),
                                                        row.getString("time_stamp"),
                                                        row.getString("payload_type"),
                                                        row.getString("payload_revision"),
                                                        row.getString("payload"),
                                                        row.getString("meta_data"))))
                .optional()
                .<EventMessage<?>>map(this::read)
                .orElse(event);
    }

    private EventMessage<?> read(TrackedEventData<?> stored) {
        return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(stored), events, history)
                .findFirst()
                .orElseThrow();
    }
}

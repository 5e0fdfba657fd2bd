package com.nexnum.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * All events of a commit in one statement whose text is the same for one event and for a thousand,
 * so that it is planned once. It answers with the number of its transaction.
 */
final class EventInsert {

    private static final String SQL =
            """
            with stored as (
                insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                       time_stamp, payload_type, payload_revision, payload, meta_data)
                select id, stream, sequence, type, at, name, revision, payload, meta_data
                  from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       with ordinality
                       as event (id, stream, sequence, type, at, name, revision, payload, meta_data, line)
                 order by line)
            select pg_current_xact_id()::text
            """;

    private final String[] ids;
    private final @Nullable String[] streams;
    private final Long[] sequences;
    private final @Nullable String[] types;
    private final String[] times;
    private final String[] names;
    private final @Nullable String[] revisions;
    private final String[] payloads;
    private final String[] metaData;

    private EventInsert(int size) {
        ids = new String[size];
        streams = new String[size];
        sequences = new Long[size];
        types = new String[size];
        times = new String[size];
        names = new String[size];
        revisions = new String[size];
        payloads = new String[size];
        metaData = new String[size];
    }

    static EventInsert of(List<? extends EventMessage<?>> events, Serializer serializer) {
        var insert = new EventInsert(events.size());
        for (int i = 0; i < events.size(); i++) {
            insert.put(i, events.get(i), serializer);
        }
        return insert;
    }

    private void put(int i, EventMessage<?> message, Serializer serializer) {
        var event = inAStream(message);
        var payload = event.serializePayload(serializer, String.class);
        ids[i] = event.getIdentifier();
        streams[i] = event.getAggregateIdentifier();
        sequences[i] = event.getSequenceNumber();
        types[i] = event.getType();
        times[i] = DateTimeUtils.formatInstant(event.getTimestamp());
        names[i] = payload.getType().getName();
        revisions[i] = payload.getType().getRevision();
        payloads[i] = Objects.requireNonNull(payload.getData());
        metaData[i] = event.serializeMetaData(serializer, String.class).getData();
    }

    /** An event that belongs to no aggregate is a stream of its own. */
    private static DomainEventMessage<?> inAStream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(
                        null, event.getIdentifier(), 0, event, event::getTimestamp);
    }

    /** Ready to be executed as a query for one number. */
    PreparedStatement on(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(SQL);
        try {
            int column = 1;
            for (Object[] values :
                    new Object[][] {
                        ids, streams, sequences, types, times, names, revisions, payloads, metaData
                    }) {
                var type = values instanceof Long[] ? "int8" : "text";
                statement.setArray(column++, connection.createArrayOf(type, values));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}

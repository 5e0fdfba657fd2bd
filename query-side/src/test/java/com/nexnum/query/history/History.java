package com.nexnum.query.history;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.wallet.WalletEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was stored, in order, with the sequences and positions that the store gave it. */
public final class History {

    private static final EventSerializer EVENTS = EventSerializer.create();
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final JdbcClient sql;
    private final InMemoryPersonalData personalData;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();

    History(JdbcClient sql, InMemoryPersonalData personalData) {
        this.sql = sql;
        this.personalData = personalData;
    }

    public List<DomainEventMessage<?>> events() {
        return List.copyOf(events);
    }

    /** Stores the event; each one second after the one before. */
    public DomainEventMessage<?> add(Object payload) {
        var stream = stream(payload);
        var sequence = sequences.merge(stream, 0L, (last, first) -> last + 1);
        var eventId = "event-" + events.size();
        var at = BEGIN.plusSeconds(events.size());
        var position = store(stream, sequence, eventId, at, payload);
        var event =
                new GenericTrackedDomainEventMessage<Object>(
                        new GlobalSequenceTrackingToken(position),
                        new GenericDomainEventMessage<>(
                                "test",
                                stream,
                                sequence,
                                payload,
                                MetaData.emptyInstance(),
                                eventId,
                                at));
        events.add(event);
        return event;
    }

    /** Where the store keeps the event. */
    public long position(DomainEventMessage<?> event) {
        return sql.sql(
                        "select global_index from domain_event_entry where event_identifier = :event")
                .param("event", event.getIdentifier())
                .query(Long.class)
                .single();
    }

    public SealedText seal(CustomerId customer, ActivationId activation, String text) {
        return personalData.seal(customer, activation.value(), text);
    }

    private static String stream(Object payload) {
        return switch (payload) {
            case WalletEvent e -> e.walletId().value();
            case ActivationEvent e -> e.activationId().value();
            case PurchaseEvent e -> e.orderId().value();
            case IdentityEvent e -> e.customerId().value();
            case OffersChanged e -> "prices-" + e.provider();
            default -> throw new IllegalArgumentException("No stream for " + payload);
        };
    }

    private long store(String stream, long sequence, String eventId, Instant at, Object payload) {
        var stored = EVENTS.serialize(payload, String.class);
        return sql.sql(
                        """
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                               type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        values (:event, :stream, :sequence, 'test', :at, :name, :revision, :payload, '{}')
                        returning global_index
                        """)
                .param("event", eventId)
                .param("stream", stream)
                .param("sequence", sequence)
                .param("at", at.toString())
                .param("name", stored.getType().getName())
                .param("revision", stored.getType().getRevision())
                .param("payload", stored.getData())
                .query(Long.class)
                .single();
    }
}

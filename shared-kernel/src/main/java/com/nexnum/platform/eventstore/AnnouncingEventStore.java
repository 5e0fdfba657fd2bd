package com.nexnum.platform.eventstore;

import com.nexnum.platform.signal.Signals;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Tells other processes of what was stored, and looks at once when they tell. */
final class AnnouncingEventStore extends EmbeddedEventStore {

    private static final String TOPIC = "events";

    private final Signals signals;

    AnnouncingEventStore(Builder builder, Signals signals) {
        super(builder);
        this.signals = signals;
        signals.on(TOPIC, _ -> super.afterCommit(List.of()));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        signals.send(TOPIC);
    }
}

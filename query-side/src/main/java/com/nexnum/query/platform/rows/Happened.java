package com.nexnum.query.platform.rows;

import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** An event as a processor delivers it. */
record Happened(EventMessage<?> message, Positions positions) implements Recorded {

    @Override
    public Object payload() {
        return message.getPayload();
    }

    @Override
    public long sequence() {
        return message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
    }

    @Override
    public Instant at() {
        return SqlInstant.exact(message.getTimestamp());
    }

    @Override
    public String eventId() {
        return message.getIdentifier();
    }

    @Override
    public long position() {
        return positions.of(message.getIdentifier());
    }
}

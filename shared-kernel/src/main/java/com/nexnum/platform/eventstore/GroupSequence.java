package com.nexnum.platform.eventstore;

import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Which events of a group must be handled one after the other, and wait for each other when one of
 * them cannot be handled. Groups without one take each stream as a sequence.
 *
 * @param ofStream the sequence that a stream's events belong to, told by the stream's id alone,
 *     since an event that waits may not be readable
 */
public record GroupSequence(String group, UnaryOperator<String> ofStream) {

    static GroupSequence usual(String group) {
        return new GroupSequence(group, UnaryOperator.identity());
    }

    String of(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? ofStream.apply(domain.getAggregateIdentifier())
                : event.getIdentifier();
    }
}

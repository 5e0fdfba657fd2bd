package com.nexnum.platform.eventstore;

import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;

/**
 * Dead letters whose events are read from the store again when they are tried: there they may have
 * been mended, and there upcasters apply. What is still unknown is not offered to handlers, which
 * would pass it by.
 */
final class RereadLetters extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private final StoredEvents stored;

    RereadLetters(Builder<EventMessage<?>> builder, StoredEvents stored) {
        super(builder);
        this.stored = stored;
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> sequenceFilter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>>
                    task) {
        return super.process(
                sequenceFilter,
                letter -> {
                    var event = stored.again(letter.message());
                    return Unreadable.is(event)
                            ? Decisions.requeue(MaskedCause.of(Unreadable.why(event)))
                            : task.apply(with(event, letter));
                });
    }

    static String sequence(DeadLetter<? extends EventMessage<?>> letter) {
        return ((JdbcDeadLetter<?>) letter).getSequenceIdentifier();
    }

    private static DeadLetter<EventMessage<?>> with(
            EventMessage<?> event, DeadLetter<? extends EventMessage<?>> letter) {
        var stored = (JdbcDeadLetter<?>) letter;
        return new JdbcDeadLetter<EventMessage<?>>(
                stored.getIdentifier(),
                stored.getSequenceIndex(),
                stored.getSequenceIdentifier(),
                stored.enqueuedAt(),
                stored.lastTouched(),
                stored.cause().orElse(null),
                stored.diagnostics(),
                event);
    }
}

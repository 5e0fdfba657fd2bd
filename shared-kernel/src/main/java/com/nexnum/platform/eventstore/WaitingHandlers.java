package com.nexnum.platform.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts around each group's handlers what lets events wait, and says how to try those again. */
@Component
final class WaitingHandlers {

    private final ObjectProvider<GroupSequence> sequences;
    private final StoredEvents stored;
    private final Retries retries;
    private final JdbcClient sql;

    WaitingHandlers(
            ObjectProvider<GroupSequence> sequences,
            StoredEvents stored,
            Retries retries,
            JdbcClient sql) {
        this.sequences = sequences;
        this.stored = stored;
        this.retries = retries;
        this.sql = sql;
    }

    EventHandlerInvoker around(String group, Configuration axon, EventHandlerInvoker handlers) {
        var sequence =
                sequences.stream()
                        .filter(known -> known.group().equals(group))
                        .findFirst()
                        .orElseGet(() -> GroupSequence.usual(group));
        var letters = axon.eventProcessingConfiguration().deadLetterQueue(group).orElseThrow();
        return new UnknownWait(waiting(sequence, axon, handlers, letters), sequence, letters);
    }

    private EventHandlerInvoker waiting(
            GroupSequence sequence,
            Configuration axon,
            EventHandlerInvoker handlers,
            SequencedDeadLetterQueue<EventMessage<?>> letters) {
        var processing = axon.eventProcessingConfiguration();
        boolean sagas =
                processing.sagaConfigurations().stream()
                        .anyMatch(saga ->
                                processing
                                        .sagaProcessingGroup(saga.type())
                                        .equals(sequence.group()));
        if (sagas) {
            var waiting = new SagasWait(handlers, sequence, letters);
            retries.add(sequence.group(), new SagaRetry(waiting, letters, stored, axon, sql));
            return waiting;
        }
        retries.add(
                sequence.group(),
                wanted ->
                        processing
                                .sequencedDeadLetterProcessor(sequence.group())
                                .orElseThrow()
                                .process(letter -> RereadLetters.sequence(letter).equals(wanted)));
        return handlers;
    }
}

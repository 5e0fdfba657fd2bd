package com.nexnum.platform.eventstore;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The dead letters of each group, all in one table. */
@Component
final class DeadLetterQueues {

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer general;
    private final Serializer events;
    private final StoredEvents stored;

    DeadLetterQueues(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("serializer") Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            StoredEvents stored) {
        this.connections = connections;
        this.transactions = transactions;
        this.general = general;
        this.events = events;
        this.stored = stored;
    }

    SequencedDeadLetterQueue<EventMessage<?>> of(String group) {
        return new RereadLetters(
                RereadLetters.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .schema(Tables.deadLetters())
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .genericSerializer(general)
                        .eventSerializer(events),
                stored);
    }
}

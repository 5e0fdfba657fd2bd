package com.nexnum.platform.eventstore;

import java.util.Iterator;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries a saga's parked events again, each in a transaction that also takes it out of the way. */
final class SagaRetry implements Retries.Retry {

    private final SagasWait sagas;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final StoredEvents stored;
    private final Configuration axon;
    private final JdbcClient sql;

    SagaRetry(
            SagasWait sagas,
            SequencedDeadLetterQueue<EventMessage<?>> letters,
            StoredEvents stored,
            Configuration axon,
            JdbcClient sql) {
        this.sagas = sagas;
        this.letters = letters;
        this.stored = stored;
        this.axon = axon;
        this.sql = sql;
    }

    @Override
    public boolean again(String sequence) {
        var letter = first(sequence);
        while (letter != null) {
            if (!tried(letter)) {
                return false;
            }
            letter = first(sequence);
        }
        return true;
    }

    private @Nullable DeadLetter<? extends EventMessage<?>> first(String sequence) {
        Iterator<DeadLetter<? extends EventMessage<?>>> all =
                letters.deadLetterSequence(sequence).iterator();
        return all.hasNext() ? all.next() : null;
    }

    private boolean tried(DeadLetter<? extends EventMessage<?>> letter) {
        var event = stored.again(letter.message());
        var unit = DefaultUnitOfWork.startAndGet(event);
        unit.attachTransaction(axon.getComponent(TransactionManager.class));
        axon.correlationDataProviders().forEach(unit::registerCorrelationDataProvider);
        var result =
                unit.executeWithResult(
                        () -> taken(letter) && handled(event, letter),
                        RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw new IllegalStateException(
                    EventPlace.of(event) + " failed again", result.exceptionResult());
        }
        return result.getPayload();
    }

    /** One process at a time; whoever dies lets go of it. */
    private boolean taken(DeadLetter<? extends EventMessage<?>> letter) {
        return sql.sql(
                        """
                        select true from dead_letter_entry where dead_letter_id = :id
                           for update skip locked
                        """)
                .param("id", ((JdbcDeadLetter<?>) letter).getIdentifier())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private boolean handled(EventMessage<?> event, DeadLetter<? extends EventMessage<?>> letter)
            throws Exception {
        if (Unreadable.is(event)) {
            throw Unreadable.why(event);
        }
        sagas.handleAgain(event);
        letters.evict(letter);
        return true;
    }
}

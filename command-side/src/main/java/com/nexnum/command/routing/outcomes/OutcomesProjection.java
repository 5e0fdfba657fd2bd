package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.purchase.PurchaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what became of numbers, as the events tell it. */
@Component
@ProcessingGroup(OutcomesProjection.GROUP)
class OutcomesProjection {

    static final String GROUP = "routing";

    private final OutcomeTables tables;
    private final Duration halfLife;

    OutcomesProjection(OutcomeTables tables, Judge judge) {
        this.tables = tables;
        this.halfLife = judge.halfLife();
    }

    @EventHandler
    void on(PurchaseEvent event, @Timestamp Instant at) {
        fold(event, at);
    }

    @EventHandler
    void on(SmsReceived event, @Timestamp Instant at) {
        fold(event, at);
    }

    @EventHandler
    void on(ActivationCancelled event, @Timestamp Instant at) {
        fold(event, at);
    }

    @EventHandler
    void on(ActivationExpired event, @Timestamp Instant at) {
        fold(event, at);
    }

    @EventHandler
    void on(ActivationFailed event, @Timestamp Instant at) {
        fold(event, at);
    }

    @ResetHandler
    void reset() {
        tables.clear();
    }

    private void fold(Object event, Instant at) {
        if (OutcomeFold.order(event).isPresent()) {
            OutcomeFold.fold(event, at, batch());
        }
    }

    private OutcomeBatch batch() {
        if (TransactionSynchronizationManager.getResource(this) instanceof OutcomeBatch running) {
            return running;
        }
        var batch =
                new OutcomeBatch(
                        tables,
                        halfLife,
                        () -> TransactionSynchronizationManager.unbindResourceIfPossible(this));
        TransactionSynchronizationManager.bindResource(this, batch);
        TransactionSynchronizationManager.registerSynchronization(batch);
        batch.foresee(coming().toList());
        return batch;
    }

    private static Stream<String> coming() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                        .filter(message -> message instanceof EventMessage<?>)
                        .flatMap(message -> order(message).stream())
                : Stream.empty();
    }

    /** One that cannot be read fails in its own turn. */
    private static Optional<String> order(Message<?> message) {
        try {
            return EventSerializer.isUnknown(message.getPayloadType())
                    ? Optional.empty()
                    : OutcomeFold.order(message.getPayload()).map(order -> order.value());
        } catch (SerializationException _) {
            return Optional.empty();
        }
    }
}

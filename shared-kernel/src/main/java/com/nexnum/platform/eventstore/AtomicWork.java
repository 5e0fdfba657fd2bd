package com.nexnum.platform.eventstore;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.stereotype.Component;

/** Work outside of commands: rows and events that are true together. */
@Component
public class AtomicWork {

    private final TransactionManager transactions;
    private final EventBus events;

    AtomicWork(TransactionManager transactions, EventBus events) {
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Runs the work in one transaction; events published in it are stored with it or not at all.
     */
    public void run(Runnable work) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("transaction"));
        unit.attachTransaction(transactions);
        unit.execute(work);
    }

    /** Publishes an event that belongs to no aggregate, within {@link #run} or by itself. */
    public void publish(Object event) {
        events.publish(GenericEventMessage.asEventMessage(event));
    }
}

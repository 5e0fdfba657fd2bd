package com.nexnum.platform.eventstore;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
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

    /**
     * Publishes an event of a stream that no aggregate decides, within {@link #run}. Its readers
     * take the events of one stream in order, and those of different streams in any.
     *
     * @param type what kind of thing the stream tells about
     * @param sequence 0 for the first, then one more each
     */
    public void publish(String type, String stream, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>(type, stream, sequence, event));
    }

    /** Publishes an event that is a stream of its own, within {@link #run} or by itself. */
    public void publish(Object event) {
        events.publish(GenericEventMessage.asEventMessage(event));
    }
}

package com.nexnum.platform.eventstore;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps an event that a handler cannot take as a dead letter, with nothing of what the handler did.
 * The first time the whole batch is undone and comes again, since the failure may have been of the
 * moment, and a failed statement spoils PostgreSQL's transaction; the second time {@link HalfWork}
 * has undone it. A failure of the moment is never a reason to park an event.
 */
@Component
final class ParkFailures implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkFailures.class);

    private final FailedEvents failed;

    ParkFailures(FailedEvents failed) {
        this.failed = failed;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        var event = letter.message();
        failed.add(event.getIdentifier());
        boolean keep = rolledBack();
        if (!keep && (!(cause instanceof HalfWork.Undone) || Passing.is(cause))) {
            throw new IllegalStateException(
                    "Undone, and tried again alone: " + EventPlace.of(event), cause);
        }
        var reason = cause instanceof HalfWork.Undone ? cause.getCause() : cause;
        LOG.error("A dead letter until its handler is mended: {}", EventPlace.of(event), reason);
        return Decisions.enqueue(MaskedCause.of(cause));
    }

    /**
     * A dead letter that is tried again has a transaction of its own; then it stays one whatever
     * the reason, since Axon takes an exception from here for success.
     */
    private static boolean rolledBack() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase() == Phase.ROLLBACK;
    }
}

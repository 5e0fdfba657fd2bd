package com.nexnum.command.platform.lanes;

import java.util.List;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers one event of each unit of work: where it is stored, the whole transaction is. */
@Component
final class FirstEvent {

    private static final String RESOURCE = "first event";

    FirstEvent(EventBus events) {
        events.subscribe(FirstEvent::note);
    }

    private static void note(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty() && CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .root()
                    .getOrComputeResource(RESOURCE, _ -> events.getFirst().getIdentifier());
        }
    }

    /** The identifier of an event of the running unit of work; null when it stores none. */
    static @Nullable String ofCurrentUnit() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getResource(RESOURCE)
                : null;
    }
}

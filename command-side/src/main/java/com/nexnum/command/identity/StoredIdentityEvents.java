package com.nexnum.command.identity;

import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.platform.eventstore.AtomicWork;
import org.springframework.stereotype.Component;

/** Identity's events go to the event store, in the transaction of the change. */
@Component
final class StoredIdentityEvents implements IdentityEvents {

    private final AtomicWork atomically;

    StoredIdentityEvents(AtomicWork atomically) {
        this.atomically = atomically;
    }

    @Override
    public void publish(IdentityEvent event) {
        atomically.publish(event);
    }
}

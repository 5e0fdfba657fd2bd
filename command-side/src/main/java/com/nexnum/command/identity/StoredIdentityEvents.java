package com.nexnum.command.identity;

import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.platform.eventstore.Transactions;
import org.springframework.stereotype.Component;

/** Identity's events go to the event store, in the transaction of the change. */
@Component
final class StoredIdentityEvents implements IdentityEvents {

    private final Transactions transactions;

    StoredIdentityEvents(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void publish(IdentityEvent event) {
        transactions.publish(event);
    }
}

package com.nexnum.platform.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's number of the transaction in which the running unit of work stored events. */
public final class TransactionNumber {

    private static final String RESOURCE = TransactionNumber.class.getName();

    static void note(String number) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(RESOURCE, number);
        }
    }

    /** As in {@code pg_current_xact_id()}; null when the unit of work stored no event yet. */
    public static @Nullable String ofCurrentUnit() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getResource(RESOURCE)
                : null;
    }

    private TransactionNumber() {}
}

package com.nexnum.command.platform.lanes;

import com.nexnum.platform.eventstore.TransactionNumber;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a lane that remembers its number and whether its commit was begun: a failure
 * after that leaves open what the database did.
 */
final class CommitWatch implements TransactionManager {

    private final TransactionManager transactions;
    private final TransactionLog log;
    private @Nullable String number;
    private @Nullable String event;
    private boolean begun;
    private boolean confirmed;

    CommitWatch(TransactionManager transactions, TransactionLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        return new Transaction() {
            @Override
            public void commit() {
                number = numberOfCurrent();
                begun = true;
                event = FirstEvent.ofCurrentUnit();
                transaction.commit();
                confirmed = true;
            }

            @Override
            public void rollback() {
                transaction.rollback();
            }
        };
    }

    /** Null when nothing was written: then nothing can be lost either. */
    private @Nullable String numberOfCurrent() {
        var noted = TransactionNumber.ofCurrentUnit();
        return noted == null ? log.current() : noted;
    }

    /** Whether its end is more than our own decision: the database was told to commit. */
    boolean begun() {
        return begun;
    }

    /** What became of it; asks the database when that cannot be said from here. */
    Fate fate() {
        if (confirmed) {
            return Fate.COMMITTED;
        }
        return begun && number != null ? log.fate(number, event) : Fate.UNDONE;
    }
}

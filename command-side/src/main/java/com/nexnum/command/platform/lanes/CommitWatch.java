package com.nexnum.command.platform.lanes;

import java.util.Objects;
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
        try {
            number = log.current();
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        return new Transaction() {
            @Override
            public void commit() {
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

    /** Whether its end is more than our own decision: the database was told to commit. */
    boolean begun() {
        return begun;
    }

    /** What became of it; asks the database when that cannot be said from here. */
    Fate fate() {
        if (confirmed) {
            return Fate.COMMITTED;
        }
        return begun ? log.fate(Objects.requireNonNull(number), event) : Fate.UNDONE;
    }
}

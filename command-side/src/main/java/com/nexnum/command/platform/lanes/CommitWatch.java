package com.nexnum.command.platform.lanes;

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
                transaction.commit();
                confirmed = true;
            }

            @Override
            public void rollback() {
                transaction.rollback();
            }
        };
    }

    /** The number of the transaction when nobody can say from here whether it was committed. */
    @Nullable String inDoubt() {
        return begun && !confirmed ? number : null;
    }

    boolean confirmed() {
        return confirmed;
    }
}

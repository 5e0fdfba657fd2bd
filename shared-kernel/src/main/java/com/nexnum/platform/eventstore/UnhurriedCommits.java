package com.nexnum.platform.eventstore;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Transactions whose commit does not wait for the disk (PostgreSQL, {@code synchronous_commit}).
 * They are for what follows the events: it is stored together with the position it stands for, so
 * that a database that dies takes back both, and the events, which did wait, are handled again.
 */
final class UnhurriedCommits implements TransactionManager {

    private final TransactionManager transactions;
    private final JdbcClient sql;

    UnhurriedCommits(TransactionManager transactions, JdbcClient sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Transaction startTransaction() {
        var transaction = transactions.startTransaction();
        try {
            sql.sql("set local synchronous_commit to off").update();
            return transaction;
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
    }
}

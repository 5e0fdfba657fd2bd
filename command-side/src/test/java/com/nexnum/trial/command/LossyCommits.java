package com.nexnum.trial.command;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.TransactionSystemException;

/** Loses the connection in a lane's next commit, before or after the database heard of it. */
public final class LossyCommits implements BeanPostProcessor {

    public enum Loss {
        NONE,
        BEFORE,
        AFTER
    }

    public final AtomicReference<Loss> next = new AtomicReference<>(Loss.NONE);
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    public volatile Runnable onLoss = () -> {};

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TransactionManager transactions
                        && name.equals("axonTransactionManager")
                ? (TransactionManager) () -> lossy(transactions.startTransaction())
                : bean;
    }

    private Transaction lossy(Transaction transaction) {
        boolean outermost = depth.get() == 0;
        depth.set(depth.get() + 1);
        return new Transaction() {
            @Override
            public void commit() {
                depth.set(depth.get() - 1);
                var name = Thread.currentThread().getName();
                boolean lane = name.startsWith("lane-") || name.equals("main");
                var loss = lane && outermost ? next.getAndSet(Loss.NONE) : Loss.NONE;
                if (loss != Loss.BEFORE) {
                    transaction.commit();
                }
                if (loss != Loss.NONE) {
                    onLoss.run();
                    throw new TransactionSystemException("The connection was lost");
                }
            }

            @Override
            public void rollback() {
                depth.set(outermost ? 0 : depth.get() - 1);
                transaction.rollback();
            }
        };
    }
}

package com.nexnum.command.supply.wiring;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.TransactionException;

/** Keeps this process's part of the limits of all providers up, while it runs. */
final class SharedLimits implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);
    private static final long RENEWED_EVERY_MILLIS = 1_000;

    private final Suppliers suppliers;
    private final LimitShares shares;
    private final Semaphore stopped = new Semaphore(0);
    private @Nullable Thread renewing;

    SharedLimits(Suppliers suppliers, LimitShares shares) {
        this.suppliers = suppliers;
        this.shares = shares;
        // A provider that is new takes its part at once.
        suppliers.onChange(_ -> renewWhileRunning());
    }

    /** Before, and until after, whatever calls providers. */
    @Override
    public int getPhase() {
        return -1_000;
    }

    @Override
    public void start() {
        stopped.drainPermits();
        renew();
        renewing = Thread.ofPlatform().daemon().name("limits").start(this::run);
    }

    @Override
    public void stop() {
        var thread = renewing;
        if (thread == null) {
            return;
        }
        renewing = null;
        stopped.release();
        try {
            thread.join();
            endAll();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return renewing != null;
    }

    private void run() {
        try {
            while (!stopped.tryAcquire(RENEWED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewWhileRunning() {
        if (isRunning()) {
            renew();
        }
    }

    private void renew() {
        for (var supplier : suppliers.withLines()) {
            try {
                supplier.line()
                        .sharedLimit()
                        .ifPresent(limit -> shares.renew(slug(supplier), limit));
            } catch (RuntimeException e) {
                LOG.warn("The limit of {} cannot be shared now: {}", slug(supplier), e.toString());
                if (e instanceof TransactionException) {
                    // No connection for this one is none for the others, each after a long wait.
                    return;
                }
            }
        }
    }

    /** What cannot be given back now lapses by itself, and neither can the rest be. */
    private void endAll() {
        try {
            for (var supplier : suppliers.withLines()) {
                supplier.line().sharedLimit().ifPresent(limit -> shares.end(slug(supplier), limit));
            }
        } catch (RuntimeException e) {
            LOG.debug("The shares lapse by themselves", e);
        }
    }

    private static String slug(Supplier supplier) {
        return supplier.supply().provider().value();
    }
}

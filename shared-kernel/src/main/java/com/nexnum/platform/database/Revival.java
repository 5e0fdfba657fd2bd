package com.nexnum.platform.database;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again when it died: killed, or out of memory or space. It comes back
 * on the same port with the same settings, so whoever connects afterwards finds it.
 */
final class Revival implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
    private static final long LOOKS_EVERY_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final PgControl control;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Revival(PgControl control) {
        this.control = control;
        this.thread = Thread.ofPlatform().daemon().name("postgres-revival").unstarted(this::run);
    }

    static Revival of(PgControl control) {
        var revival = new Revival(control);
        revival.thread.start();
        return revival;
    }

    /** Afterwards the server stays as it is. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed.await(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!isAlive()) {
                    LOG.error("PostgreSQL on {} has died and is started again", control.folder());
                    revive();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        long pause = LOOKS_EVERY_MILLIS;
        while (!started()) {
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        LOG.warn("PostgreSQL on {} is back", control.folder());
    }

    private boolean isAlive() {
        try {
            return PostmasterNote.in(control.folder()).flatMap(PostmasterNote::process).isPresent();
        } catch (IOException | NumberFormatException e) {
            LOG.debug("The note in {} cannot be read now", control.folder(), e);
            return true;
        }
    }

    /** While processes of the dead server still end, PostgreSQL itself refuses to start. */
    private boolean started() throws InterruptedException {
        try {
            return control.start();
        } catch (IOException e) {
            LOG.warn("PostgreSQL cannot be started: {}", e.toString());
            return false;
        }
    }
}

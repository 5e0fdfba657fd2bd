package com.nexnum.query.proof;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for events to seal, as long as the process runs. */
@Component
class SealingClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingClerk.class);
    private static final long AT_MOST_MILLIS = 10_000;

    private final Sealer sealer;
    private final ProofProperties properties;
    private @Nullable Thread thread;

    SealingClerk(Sealer sealer, ProofProperties properties) {
        this.sealer = sealer;
        this.properties = properties;
    }

    @Override
    public void start() {
        if (properties.sealing()) {
            thread = Thread.ofPlatform().daemon().name("sealing").start(this::run);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(AT_MOST_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(properties.sealEvery());
                lookOnce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Events cannot be sealed now", e);
            }
        }
    }
}

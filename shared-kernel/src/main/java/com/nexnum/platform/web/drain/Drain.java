package com.nexnum.platform.web.drain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first step of an end. Readiness says no already; for the time of the notice requests are
 * still served, and each answer closes its connection, so that none is left for the web server to
 * refuse.
 */
@Component
@EnableConfigurationProperties(DrainProperties.class)
class Drain implements SmartLifecycle {

    private final DrainProperties properties;
    private volatile boolean running;

    Drain(DrainProperties properties) {
        this.properties = properties;
    }

    boolean hasBegun() {
        return !running;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(properties.notice());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package com.nexnum.query.stream;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Counts the streams of each customer, and ends them all before the web server waits for its last
 * requests.
 */
@Component
class OpenStreams implements SmartLifecycle {

    private final StreamSettings settings;
    private final ConcurrentHashMap<CustomerId, Integer> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    OpenStreams(StreamSettings settings) {
        this.settings = settings;
    }

    /** One stream's place, given back when closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 429 when the customer has too many
     */
    Place take(CustomerId customer) {
        open.compute(customer, (key, count) -> more(count == null ? 0 : count));
        return () -> open.computeIfPresent(customer, (key, count) -> count == 1 ? null : count - 1);
    }

    /** How many the customer has open in this process. */
    int count(CustomerId customer) {
        return open.getOrDefault(customer, 0);
    }

    private int more(int count) {
        if (count >= settings.perCustomer()) {
            throw Problem.of(429, "TOO_MANY_STREAMS", "Close another stream first")
                    .with("limit", settings.perCustomer())
                    .raised();
        }
        return count + 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After other processes were pointed out to clients, before the web server stops. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}

package com.nexnum.platform.signal;

import com.nexnum.platform.database.OwnConnections;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process tells the others on its database, and hears from them, within milliseconds.
 * Hints and no more: one may be lost, so whoever waits for one looks by himself now and then.
 */
public final class Signals implements AutoCloseable {

    static final String CHANNEL = "nexnum";

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Mouth mouth;
    private final Ear ear;

    public Signals(OwnConnections connections) {
        this.mouth = new Mouth(connections);
        this.ear = new Ear(connections, mouth, this::heard, this::missedSomething);
    }

    public void start() {
        mouth.start();
        ear.start();
    }

    /** Tells the other processes; does not wait. */
    public void send(String topic) {
        send(topic, "");
    }

    /**
     * @param topic a word without spaces
     * @param detail one line; dropped when thousands of them wait
     */
    public void send(String topic, String detail) {
        mouth.say(new Signal(topic, detail));
    }

    /**
     * Calls the listener with the detail of each signal of another process; with none, whenever one
     * may have been missed. It must not take long.
     */
    public void on(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Waits for a moment until what was sent is on its way. */
    public void flush() {
        mouth.finish(LAST_WORDS);
    }

    Mouth mouth() {
        return mouth;
    }

    private void heard(Signal signal) {
        for (var listener : listeners.getOrDefault(signal.topic(), List.of())) {
            try {
                listener.accept(signal.detail());
            } catch (RuntimeException e) {
                LOG.error("A listener to {} failed", signal.topic(), e);
            }
        }
    }

    private void missedSomething() {
        listeners.keySet().forEach(topic -> heard(new Signal(topic, "")));
    }

    @Override
    public void close() {
        ear.close();
        mouth.close();
    }
}

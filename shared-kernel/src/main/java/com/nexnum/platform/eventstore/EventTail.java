package com.nexnum.platform.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event stream with a wake-up: pooled processors ask to be called when an event is there, which
 * Axon's embedded store does not do, so they would look every 500 ms. One thread follows the head
 * of the stream and wakes all of them; whoever wants to hear of each new event can.
 */
public final class EventTail
        implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int SAFETY_WAKE_UP_SECONDS = 1;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final EmbeddedEventStore store;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("event-tail-later").factory());
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Consumer<TrackedEventMessage<?>>> listeners =
            new CopyOnWriteArrayList<>();
    private @Nullable Thread follower;

    public EventTail(EmbeddedEventStore store) {
        this.store = store;
    }

    /** Calls the listener for each event that is stored from now on, by any process, in order. */
    public void listen(Consumer<TrackedEventMessage<?>> listener) {
        listeners.add(listener);
    }

    public void start() {
        follower = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
    }

    @Override
    public void close() {
        later.shutdownNow();
        if (follower != null) {
            follower.interrupt();
        }
    }

    private void follow() {
        TrackingToken position = null;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                position = position == null ? store.createHeadToken() : position;
                position = followFrom(position);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("The event tail lost its stream and opens it again: {}", e.toString());
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private TrackingToken followFrom(TrackingToken from) throws InterruptedException {
        TrackingToken position = from;
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(from)) {
            while (true) {
                stream.hasNextAvailable(SAFETY_WAKE_UP_SECONDS, TimeUnit.SECONDS);
                while (stream.hasNextAvailable()) {
                    var event = stream.nextAvailable();
                    position = event.trackingToken();
                    tell(event);
                }
                sleepers.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            LOG.warn("The event tail stopped at {}: {}", position, e.toString());
            paused();
            return position;
        }
    }

    private void tell(TrackedEventMessage<?> event) {
        for (var listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener of the event tail failed", e);
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new WakingStream(store.openStream(token), UnaryOperator.identity());
    }

    /** The same stream, whose wake-ups come some milliseconds apart. */
    BlockingStream<TrackedEventMessage<?>> openCalmStream(@Nullable TrackingToken token) {
        return new WakingStream(
                store.openStream(token), sleeper -> new CalmWakeUp(sleeper, CALM_NANOS, later));
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return store.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return store.createTokenSince(duration);
    }

    private final class WakingStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final UnaryOperator<Runnable> pace;
        private @Nullable Runnable sleeper;

        WakingStream(BlockingStream<TrackedEventMessage<?>> stream, UnaryOperator<Runnable> pace) {
            this.stream = stream;
            this.pace = pace;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public boolean hasNextAvailable() {
            return stream.hasNextAvailable();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            forget();
            sleeper = pace.apply(callback);
            sleepers.add(sleeper);
            return true;
        }

        @Override
        public void close() {
            forget();
            stream.close();
        }

        private void forget() {
            if (sleeper != null) {
                sleepers.remove(sleeper);
            }
        }
    }
}

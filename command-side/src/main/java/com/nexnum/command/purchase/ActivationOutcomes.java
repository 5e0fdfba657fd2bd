package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.platform.eventstore.EventTail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/**
 * Lets a request wait for what becomes of its activation, whichever process brings it about.
 * Waiting is a courtesy: whoever gives up can ask later.
 */
@Component
public class ActivationOutcomes {

    private final ConcurrentHashMap<ActivationId, CompletableFuture<ActivationEvent>> waiting =
            new ConcurrentHashMap<>();

    ActivationOutcomes(EventTail tail) {
        tail.listen(this::hear);
    }

    /** Begins to listen; to be called before the command is sent. */
    public Ear listen(ActivationId id) {
        return new Ear(id, waiting.computeIfAbsent(id, _ -> new CompletableFuture<>()));
    }

    private void hear(TrackedEventMessage<?> message) {
        if (waiting.isEmpty()
                || !ActivationEvent.class.isAssignableFrom(message.getPayloadType())) {
            return;
        }
        var event = (ActivationEvent) message.getPayload();
        boolean outcome =
                event instanceof NumberAssigned
                        || event instanceof ActivationFailed
                        || event instanceof ActivationCancelled
                        || event instanceof CancellationRefused;
        var future = outcome ? waiting.get(event.activationId()) : null;
        if (future != null) {
            future.complete(event);
        }
    }

    /** One request that waits. */
    public final class Ear implements AutoCloseable {

        private final ActivationId id;
        private final CompletableFuture<ActivationEvent> future;

        private Ear(ActivationId id, CompletableFuture<ActivationEvent> future) {
            this.id = id;
            this.future = future;
        }

        /** The outcome, or empty when there was none in time. */
        public Optional<ActivationEvent> await(Duration atMost) {
            try {
                return Optional.of(future.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            waiting.remove(id, future);
        }
    }
}

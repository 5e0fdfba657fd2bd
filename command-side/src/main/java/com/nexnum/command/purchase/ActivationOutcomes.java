package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.platform.eventstore.EventTail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a request wait for what becomes of its activation, whichever process brings it about.
 * Waiting is a courtesy: whoever gives up can ask later.
 */
@Component
public class ActivationOutcomes {

    private final ConcurrentHashMap<ActivationId, List<Ear>> waiting = new ConcurrentHashMap<>();

    ActivationOutcomes(EventTail tail) {
        tail.listen(this::hear);
    }

    /** Begins to listen; to be called before the command is sent. */
    public Ear listen(ActivationId id) {
        var ear = new Ear(id);
        waiting.merge(id, List.of(ear), ActivationOutcomes::joined);
        return ear;
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
        if (outcome) {
            waiting.getOrDefault(event.activationId(), List.of())
                    .forEach(ear -> ear.future.complete(event));
        }
    }

    private static List<Ear> joined(List<Ear> some, List<Ear> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static @Nullable List<Ear> without(Ear gone, List<Ear> ears) {
        var rest = ears.stream().filter(ear -> !ear.equals(gone)).toList();
        return rest.isEmpty() ? null : rest;
    }

    /** One request that waits; others may wait for the same activation. */
    public final class Ear implements AutoCloseable {

        private final ActivationId id;
        private final CompletableFuture<ActivationEvent> future = new CompletableFuture<>();

        private Ear(ActivationId id) {
            this.id = id;
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
            waiting.computeIfPresent(id, (_, ears) -> without(this, ears));
        }
    }
}

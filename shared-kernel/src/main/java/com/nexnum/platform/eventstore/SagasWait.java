package com.nexnum.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters for sagas, which Axon 4 does not have. An event that failed twice, and not for
 * something of the moment, is parked without being tried a third time: its transaction holds
 * nothing of a half-done step. Later events of its sequence wait behind it; the others go on.
 *
 * <p>A sequence belongs to one segment by its own name, and not by the ids of its sagas, since the
 * saga of an event that cannot be read cannot be found.
 */
final class SagasWait extends AroundHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(SagasWait.class);
    private static final int TRIES = 2;

    private final GroupSequence sequences;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final Cache<String, Failed> failed = Caffeine.newBuilder().maximumSize(10_000).build();

    private record Failed(int times, Exception last) {}

    SagasWait(
            EventHandlerInvoker sagas,
            GroupSequence sequences,
            SequencedDeadLetterQueue<EventMessage<?>> letters) {
        super(sagas);
        this.sequences = sequences;
        this.letters = letters;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return segment.matches(sequences.of(event))
                && handlers.canHandle(event, Segment.ROOT_SEGMENT);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var sequence = sequences.of(event);
        if (!canHandle(event, segment)
                || letters.enqueueIfPresent(
                        sequence, () -> new GenericDeadLetter<>(sequence, event))) {
            return;
        }
        var before = failed.getIfPresent(event.getIdentifier());
        if (before != null && before.times() >= TRIES) {
            park(event, sequence, before.last());
        } else {
            attempt(event);
        }
    }

    /** Handles an event that was parked; its sequence is not asked. */
    void handleAgain(EventMessage<?> event) throws Exception {
        if (handlers.canHandle(event, Segment.ROOT_SEGMENT)) {
            handlers.handle(event, Segment.ROOT_SEGMENT);
        }
    }

    private void attempt(EventMessage<?> event) throws Exception {
        try {
            handlers.handle(event, Segment.ROOT_SEGMENT);
        } catch (Exception e) {
            if (!Passing.is(e)) {
                failed.asMap()
                        .merge(
                                event.getIdentifier(),
                                new Failed(1, e),
                                (known, now) -> new Failed(known.times() + 1, now.last()));
            }
            throw e;
        }
    }

    private void park(EventMessage<?> event, String sequence, Exception why) {
        letters.enqueue(sequence, new GenericDeadLetter<>(sequence, event, MaskedCause.of(why)));
        LOG.error(
                "{} parks {} and what follows it in {}: a dead letter until its cause is mended",
                sequences.group(),
                EventPlace.of(event),
                sequence,
                why);
    }
}

package com.nexnum.platform.eventstore;

import com.nexnum.kernel.language.EventSerializer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks events of names that nobody knows. Whether this group would have had to judge them cannot
 * be told from a name, so that every group parks them.
 */
final class UnknownWait extends AroundHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownWait.class);

    private final GroupSequence sequences;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;

    UnknownWait(
            EventHandlerInvoker handlers,
            GroupSequence sequences,
            SequencedDeadLetterQueue<EventMessage<?>> letters) {
        super(handlers);
        this.sequences = sequences;
        this.letters = letters;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return EventSerializer.isUnknown(payloadType) || super.canHandleType(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return Unreadable.is(event)
                ? segment.matches(sequences.of(event))
                : super.canHandle(event, segment);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (Unreadable.is(event)) {
            park(event, segment);
        } else {
            super.handle(event, segment);
        }
    }

    private void park(EventMessage<?> event, Segment segment) {
        var sequence = sequences.of(event);
        if (!segment.matches(sequence)
                || letters.enqueueIfPresent(
                        sequence, () -> new GenericDeadLetter<>(sequence, event))) {
            return;
        }
        var why = Unreadable.why(event);
        letters.enqueue(sequence, new GenericDeadLetter<>(sequence, event, MaskedCause.of(why)));
        LOG.error(
                "{} parks {} and what follows it in {}: {}. Start a version that knows it; then it"
                        + " goes on by itself",
                sequences.group(),
                EventPlace.of(event),
                sequence,
                why.getMessage());
    }
}

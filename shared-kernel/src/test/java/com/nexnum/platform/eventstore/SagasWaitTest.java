package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** A saga's sequence stops at the event that fails, and no other does. */
class SagasWaitTest {

    private final Map<Object, RuntimeException> faults = new HashMap<>();
    private final List<Object> handled = new ArrayList<>();
    private final InMemorySequencedDeadLetterQueue<EventMessage<?>> letters =
            InMemorySequencedDeadLetterQueue.defaultQueue();
    private final SagasWait sagas =
            new SagasWait(
                    new Handlers(),
                    new GroupSequence("purchase", stream -> stream.substring(4)),
                    letters);

    private final class Handlers implements EventHandlerInvoker {
        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            return !event.getPayload().equals("other");
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) {
            var fault = faults.get(event.getPayload());
            if (fault != null) {
                throw fault;
            }
            handled.add(event.getPayload());
        }
    }

    @Test
    void an_event_that_fails_twice_is_parked_untried_with_what_follows_it() throws Exception {
        faults.put("bad", new SerializationException("broken"));
        var bad = event("act_1", "bad");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> handle(bad)).hasMessage("broken");
            assertThat(letters.size()).isZero();
        }
        handle(bad);
        handle(event("ord_1", "after"));
        handle(event("act_2", "elsewhere"));

        assertThat(handled).containsExactly("elsewhere");
        assertThat(letters.sequenceSize("1")).isEqualTo(2);
        var parked = letters.deadLetterSequence("1").iterator().next();
        assertThat(parked.message().getPayload()).isEqualTo("bad");
        assertThat(parked.cause().orElseThrow().message()).isEqualTo("broken");
    }

    @Test
    void what_fails_for_the_moment_is_tried_for_ever() throws Exception {
        faults.put("late", new QueryTimeoutException("slow"));
        var late = event("act_1", "late");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> handle(late)).isInstanceOf(QueryTimeoutException.class);
        }
        faults.clear();
        handle(late);
        assertThat(handled).containsExactly("late");
        assertThat(letters.size()).isZero();
    }

    @Test
    void what_no_saga_handles_does_not_wait() throws Exception {
        letters.enqueue(
                "1",
                new org.axonframework.messaging.deadletter.GenericDeadLetter<>(
                        "1", event("act_1", "bad")));
        handle(event("act_1", "other"));
        assertThat(letters.size()).isEqualTo(1);
    }

    @Test
    void exactly_one_segment_handles_an_event() throws Exception {
        var segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, 3);
        for (int n = 0; n < 50; n++) {
            var event = event("act_" + n, "event " + n);
            for (var segment : segments) {
                sagas.handle(event, segment);
            }
        }
        assertThat(handled).hasSize(50).doesNotHaveDuplicates();
    }

    private void handle(EventMessage<?> event) throws Exception {
        sagas.handle(event, Segment.ROOT_SEGMENT);
    }

    private static EventMessage<?> event(String stream, String payload) {
        return new GenericDomainEventMessage<>("Activation", stream, 0, payload);
    }
}

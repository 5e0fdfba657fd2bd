package com.nexnum.command.decision;

import java.util.List;

/** What a decider answers: the facts that now hold, or the reason why none do. */
public sealed interface Decision<E, R> {

    /**
     * @param events none when it was done before
     */
    record Accepted<E, R>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Rejected<E, R>(R reason) implements Decision<E, R> {}

    static <E, R> Decision<E, R> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E, R> Decision<E, R> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E, R> Decision<E, R> alreadyDone() {
        return new Accepted<>(List.of());
    }

    static <E, R> Decision<E, R> reject(R reason) {
        return new Rejected<>(reason);
    }
}

package com.nexnum.command.decision;

import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One stream in memory: what was decided is folded and remembered. */
public final class Folded<C, E, R extends Rejection, S> {

    private final BiFunction<C, S, Decision<E, R>> decide;
    private final BiFunction<S, E, S> evolve;
    private final List<E> past = new ArrayList<>();
    private S state;

    public Folded(S fresh, BiFunction<C, S, Decision<E, R>> decide, BiFunction<S, E, S> evolve) {
        this.decide = decide;
        this.evolve = evolve;
        state = fresh;
    }

    /** The refusal, or empty when the command took effect, now or before. */
    public Optional<R> carryOut(C command) {
        return switch (decide.apply(command, state)) {
            case Rejected(var reason) -> Optional.of(reason);
            case Accepted(var events) -> {
                events.forEach(this::append);
                yield Optional.empty();
            }
        };
    }

    public void append(E event) {
        state = evolve.apply(state, event);
        past.add(event);
    }

    public List<E> past() {
        return List.copyOf(past);
    }

    public S state() {
        return state;
    }
}

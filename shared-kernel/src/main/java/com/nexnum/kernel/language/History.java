package com.nexnum.kernel.language;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** How events of older revisions are read as today's. */
public final class History {

    /**
     * Every step that was ever needed, oldest first. A step never leaves: events of its revision
     * exist for ever.
     */
    private static final List<RevisionStep> STEPS = List.of();

    public static EventUpcasterChain chain() {
        return chain(STEPS);
    }

    static EventUpcasterChain chain(List<RevisionStep> steps) {
        return new EventUpcasterChain(steps);
    }

    private History() {}
}

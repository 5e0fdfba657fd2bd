package com.nexnum.kernel.language;

import com.nexnum.kernel.wallet.history.BalanceAdjustedHistory;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** How events of older revisions are read as today's. */
public final class History {

    /**
     * Every step that was ever needed, oldest first. A step never leaves: events of its revision
     * exist for ever.
     */
    private static final List<RevisionStep> STEPS =
            List.of(BalanceAdjustedHistory.ONE_PERSON_TO_TWO);

    public static EventUpcasterChain chain() {
        return chain(STEPS);
    }

    static EventUpcasterChain chain(List<RevisionStep> steps) {
        return new EventUpcasterChain(steps);
    }

    /** The names under which these events are stored, today's and all before. */
    public static Set<String> storedNames(Collection<String> today) {
        return storedNames(today, STEPS);
    }

    static Set<String> storedNames(Collection<String> today, List<RevisionStep> steps) {
        var names = new LinkedHashSet<>(today);
        for (var step : steps.reversed()) {
            if (names.contains(step.nameAfter())) {
                names.add(step.nameBefore());
            }
        }
        return names;
    }

    private History() {}
}

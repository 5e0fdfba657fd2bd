package com.nexnum.command.routing;

import com.nexnum.kernel.money.Money;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a provider, beside its prices and its past. What one source does not know it
 * leaves open for others.
 *
 * @param priority lower goes first; null where nothing was said
 * @param weight in percent; one of 200 is preferred as if it were twice as good; null where nothing
 *     was said
 * @param busy it may sell, but others should be asked first
 * @param balance what we have with it; null where nobody knows
 */
public record Condition(
        @Nullable Integer priority,
        @Nullable Integer weight,
        Set<Obstacle> obstacles,
        boolean busy,
        @Nullable Money balance) {

    public static final int USUAL_PRIORITY = 100;
    public static final int USUAL_WEIGHT = 100;

    /** Nothing is known, and nothing stands in the way. */
    public static final Condition USUAL = new Condition(null, null, Set.of(), false, null);

    public Condition {
        obstacles = Set.copyOf(obstacles);
    }

    /** What both say; where both have a word on the same, the first counts. */
    public Condition and(Condition other) {
        var all = EnumSet.noneOf(Obstacle.class);
        all.addAll(obstacles);
        all.addAll(other.obstacles);
        return new Condition(
                priority == null ? other.priority : priority,
                weight == null ? other.weight : weight,
                all,
                busy || other.busy,
                balance == null ? other.balance : balance);
    }

    int rank() {
        return priority == null ? USUAL_PRIORITY : priority;
    }

    int percent() {
        return weight == null ? USUAL_WEIGHT : weight;
    }
}

package com.nexnum.kernel.routing;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a route is what it is: everybody who was looked at, in the order of the route first, then who
 * was passed over. The draws stand in it, so that nobody has to draw again to understand it.
 *
 * @param seed what the draws came from; derived from the activation
 */
public record RouteDecision(RouteSort sort, long seed, List<Considered> considered) {
    public RouteDecision {
        considered = List.copyOf(considered);
    }

    /**
     * A provider that sells such numbers.
     *
     * @param price as listed; the customer pays no more than the activation's {@code maxPrice}
     * @param place in the route, from 1; null when it was passed over
     * @param skipped why it was passed over, a stable code such as {@code TOO_DEAR}; null when it
     *     was not
     */
    public record Considered(
            ProviderSlug provider,
            Money price,
            Money cost,
            int stock,
            @Nullable Integer place,
            @Nullable String skipped,
            Merits merits) {}

    /**
     * What speaks for a provider. Chances are in millionths.
     *
     * @param score what the sort ranks by, in millionths; for BALANCED it is SMS per unit of money
     * @param drawn the chance that was drawn from what is known of it
     * @param expected the mean of what is known of it
     * @param evidence how many numbers of this service and country that rests on, older ones
     *     counting less
     * @param smsSeconds how long an SMS takes
     * @param answerMillis how long the provider takes to sell
     * @param priority lower goes first
     * @param weight in percent
     */
    public record Merits(
            long score,
            int drawn,
            int expected,
            int evidence,
            int smsSeconds,
            int answerMillis,
            int priority,
            int weight) {}
}

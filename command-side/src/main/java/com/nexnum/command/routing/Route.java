package com.nexnum.command.routing;

import com.nexnum.kernel.activation.ActivationEvent.Candidate;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision;
import java.util.List;

/** What was found. */
public sealed interface Route {

    /** Why. */
    RouteDecision decision();

    /**
     * @param limit the most that the customer pays
     * @param candidates best first, and never empty
     */
    record Found(Money limit, List<Candidate> candidates, RouteDecision decision)
            implements Route {}

    /** Nobody sells such numbers now, or nobody that may be asked. */
    record NothingListed(RouteDecision decision) implements Route {}

    /**
     * @param best the lowest limit that would do
     */
    record TooExpensive(Money best, RouteDecision decision) implements Route {}
}

package com.nexnum.command.purchase;

import com.nexnum.command.supply.ActiveAnswer.Held;
import java.time.Duration;

/** Whether a number in a provider's list is the one that an attempt bought. */
final class Likeness {

    /** Clocks of providers differ from ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    static boolean isNamed(Attempt attempt, Held held) {
        return attempt.reference().equals(held.reference());
    }

    /**
     * For a number without a reference. What the provider does not tell is no evidence: then it is
     * none.
     */
    static boolean isPossible(Attempt attempt, Held held) {
        var offer = attempt.offerId();
        return held.reference() == null
                && offer.service().value().equals(held.service())
                && offer.country().value().equals(held.country())
                && held.boughtAt() != null
                && held.boughtAt().isAfter(attempt.since().minus(CLOCK_SKEW));
    }

    private Likeness() {}
}

package com.nexnum.command.routing.outcomes;

import com.nexnum.command.routing.learning.Tally;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order whose outcome is open: the provider that was asked last.
 *
 * @param askedAt null once nobody knows how long the answer took
 * @param soldAt null until it sold a number
 */
record Trial(
        String orderId,
        String provider,
        String cell,
        @Nullable Instant askedAt,
        @Nullable Instant soldAt) {

    static Trial of(SupplyAttempted asked, Instant at) {
        return new Trial(
                asked.orderId().value(),
                asked.provider().value(),
                Cell.of(asked.offerId()),
                at,
                null);
    }

    Trial unsure() {
        return new Trial(orderId, provider, cell, null, soldAt);
    }

    Trial sold(Instant at) {
        return new Trial(orderId, provider, cell, askedAt, at);
    }

    /** The answer that came now, or null when nobody knows how long it took. */
    @Nullable Tally answer(Instant at) {
        return askedAt == null ? null : Tally.answered(at, between(askedAt, at));
    }

    /** Clocks of processes differ a little; no time is below zero. */
    static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}

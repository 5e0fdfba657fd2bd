package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One provider that was asked, in {@code orders_attempt}. */
record AttemptRow(
        String orderId,
        int attempt,
        String provider,
        AttemptOutcome outcome,
        @Nullable String reason,
        @Nullable Instant askedAt) {

    static AttemptRow asked(SupplyAttempted attempted, Instant at) {
        return new AttemptRow(
                attempted.orderId().value(),
                attempted.attempt(),
                attempted.provider().value(),
                AttemptOutcome.ASKED,
                null,
                at);
    }

    AttemptRow answered(AttemptOutcome answer, @Nullable String why) {
        return new AttemptRow(orderId, attempt, provider, answer, why, askedAt);
    }
}

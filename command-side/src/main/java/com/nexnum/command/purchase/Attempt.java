package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One provider being asked for one order.
 *
 * @param number from 1
 * @param cost the most that the provider may charge
 * @param soughtSince since when the provider's list can be looked through for it; null until
 *     somebody began to look
 * @param sighting a number that may be its, and may be another's whose buyer is at it
 */
record Attempt(
        OrderId orderId,
        CustomerId customerId,
        int number,
        OfferId offerId,
        Money cost,
        Instant since,
        @Nullable Instant soughtSince,
        @Nullable Sighting sighting) {

    /**
     * @param at when it was seen first, serving nobody
     */
    record Sighting(UpstreamId id, Instant at) {}

    static Attempt of(SupplyAttempted event, Instant at) {
        return new Attempt(
                event.orderId(),
                event.customerId(),
                event.attempt(),
                event.offerId(),
                event.cost(),
                at,
                null,
                null);
    }

    Attempt soughtSince(Instant now) {
        return new Attempt(orderId, customerId, number, offerId, cost, since, now, sighting);
    }

    Attempt seeing(@Nullable Sighting seen) {
        return new Attempt(orderId, customerId, number, offerId, cost, since, soughtSince, seen);
    }

    /** What the provider is told, where it keeps such a word: never the same for two attempts. */
    String reference() {
        return orderId + "-" + number;
    }

    ActivationId activationId() {
        return orderId.activation();
    }
}

package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.offer.OfferId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import java.time.Instant;

/**
 * One provider being asked for one order.
 *
 * @param number from 1
 * @param cost the most that the provider may charge
 */
record Attempt(
        OrderId orderId,
        CustomerId customerId,
        int number,
        OfferId offerId,
        Money cost,
        Instant since) {

    static Attempt of(SupplyAttempted event, Instant at) {
        return new Attempt(
                event.orderId(),
                event.customerId(),
                event.attempt(),
                event.offerId(),
                event.cost(),
                at);
    }

    /** What the provider is told, where it keeps such a word: never the same for two attempts. */
    String reference() {
        return orderId + "-" + number;
    }

    ActivationId activationId() {
        return orderId.activation();
    }
}

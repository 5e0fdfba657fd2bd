package com.nexnum.command.purchase;

import com.nexnum.command.decision.Rejection;

/** Why an order said no. */
public sealed interface OrderRejection extends Rejection {

    record OrderUnknown() implements OrderRejection {}

    record OrderReused() implements OrderRejection {}

    /**
     * The order is not where this would follow.
     *
     * @param stage where it is
     */
    record OutOfTurn(String stage) implements OrderRejection {}
}

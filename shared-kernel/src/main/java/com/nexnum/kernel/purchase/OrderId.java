package com.nexnum.kernel.purchase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.language.Shape;
import com.nexnum.kernel.offer.ReservationId;
import com.nexnum.kernel.wallet.HoldId;

/** One purchase order; derived from the activation that it serves. */
public record OrderId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("OrderId", "ord_[0-9a-z]{6,36}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        SHAPE.require(value);
    }

    public static OrderId of(ActivationId activation) {
        return new OrderId("ord_" + activation.value().substring("act_".length()));
    }

    public ActivationId activation() {
        return new ActivationId("act_" + value.substring("ord_".length()));
    }

    public HoldId hold() {
        return new HoldId("hold_" + value.substring("ord_".length()));
    }

    /**
     * @param attempt from 1
     */
    public ReservationId reservation(int attempt) {
        return new ReservationId("rsv_" + value.substring("ord_".length()) + "_" + attempt);
    }

    @Override
    public String toString() {
        return value;
    }
}

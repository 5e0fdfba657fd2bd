package com.nexnum.kernel.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** One reservation; derived from the activation and the attempt that it serves. */
public record ReservationId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("ReservationId", "rsv_[0-9A-Za-z_-]{1,48}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReservationId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

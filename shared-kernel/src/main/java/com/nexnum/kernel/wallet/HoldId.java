package com.nexnum.kernel.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** One hold on a wallet; derived from the order that it pays for. */
public record HoldId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("HoldId", "hold_[0-9A-Za-z_-]{1,48}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

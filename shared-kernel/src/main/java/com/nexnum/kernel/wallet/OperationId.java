package com.nexnum.kernel.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** Names one wallet operation for ever: a repeat does nothing, a reuse is refused. */
public record OperationId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("OperationId", "[0-9A-Za-z_:.-]{1,96}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperationId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.nexnum.kernel.activation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** One rental session of a number; customers know it as the id of the number. */
public record ActivationId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("ActivationId", "act_[0-9a-z]{6,36}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActivationId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

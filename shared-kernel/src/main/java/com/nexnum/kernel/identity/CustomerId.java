package com.nexnum.kernel.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** One customer, opaque: {@code cus_} and 26 or more letters and digits. */
public record CustomerId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("CustomerId", "cus_[0-9a-z]{6,36}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

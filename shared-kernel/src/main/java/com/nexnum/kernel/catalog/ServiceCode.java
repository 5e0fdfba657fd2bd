package com.nexnum.kernel.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** A canonical service code: {@code whatsapp}. */
public record ServiceCode(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("ServiceCode", "[a-z0-9]{1,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ServiceCode {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

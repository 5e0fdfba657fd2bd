package com.nexnum.kernel.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** An ISO 3166-1 alpha-2 country code: {@code US}. */
public record CountryCode(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("CountryCode", "[A-Z]{2}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CountryCode {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

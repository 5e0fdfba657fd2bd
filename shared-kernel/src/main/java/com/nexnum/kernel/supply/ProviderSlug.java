package com.nexnum.kernel.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** The short name of an upstream provider, as in addresses and configuration: {@code sandbox}. */
public record ProviderSlug(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("ProviderSlug", "[a-z0-9]{1,24}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProviderSlug {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.nexnum.kernel.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** What an upstream provider calls an activation of ours; letters at some providers. */
public record UpstreamId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("UpstreamId", "[!-~]{1,128}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UpstreamId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

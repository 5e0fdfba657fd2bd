package com.nexnum.kernel.activation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** One SMS within an activation; the same SMS heard twice has the same id. */
public record SmsId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("SmsId", "sms_[0-9A-Za-z_-]{1,48}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SmsId {
        SHAPE.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

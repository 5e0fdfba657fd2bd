package com.nexnum.kernel.phone;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/** A phone number as ITU-T E.164 writes it: {@code +} and 7 to 15 digits. */
public record E164(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("phone number", "\\+[1-9][0-9]{6,14}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public E164 {
        SHAPE.require(value);
    }

    /** With or without the plus, as providers send it. */
    public static E164 ofDigits(String digits) {
        return new E164(digits.startsWith("+") ? digits : "+" + digits);
    }

    @Override
    public String toString() {
        return value;
    }
}

package com.nexnum.kernel.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;

/**
 * A text that only the key of its customer opens; without that key it is noise.
 *
 * @param ciphertext base64url without padding
 */
public record SealedText(@JsonValue String ciphertext) {

    private static final Shape SHAPE = new Shape("sealed text", "[A-Za-z0-9_-]+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SealedText {
        SHAPE.require(ciphertext);
    }
}

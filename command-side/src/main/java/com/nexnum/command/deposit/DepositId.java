package com.nexnum.command.deposit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;
import com.nexnum.kernel.wallet.OperationId;
import java.util.Optional;

/** One deposit; derived from the request that asked for it. */
public record DepositId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("DepositId", "dep_[0-9a-z]{6,40}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DepositId {
        SHAPE.require(value);
    }

    /** Empty when the text is no deposit's id. */
    static Optional<DepositId> read(String text) {
        return SHAPE.fits(text) ? Optional.of(new DepositId(text)) : Optional.empty();
    }

    OperationId operation() {
        return new OperationId("deposit:" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}

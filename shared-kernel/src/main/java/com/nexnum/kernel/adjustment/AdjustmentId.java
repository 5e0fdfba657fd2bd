package com.nexnum.kernel.adjustment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.language.Shape;
import com.nexnum.kernel.wallet.OperationId;
import java.util.Optional;

/** One proposed correction; derived from the request that proposed it. */
public record AdjustmentId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("AdjustmentId", "adj_[0-9a-z]{6,40}");
    private static final String OPERATION = "adjustment:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AdjustmentId {
        SHAPE.require(value);
    }

    /** Empty when the text is no adjustment's id. */
    public static Optional<AdjustmentId> read(String text) {
        return SHAPE.fits(text) ? Optional.of(new AdjustmentId(text)) : Optional.empty();
    }

    /** The adjustment that a wallet's operation carries out; empty when it is another one. */
    public static Optional<AdjustmentId> of(OperationId operation) {
        return operation.value().startsWith(OPERATION)
                ? read(operation.value().substring(OPERATION.length()))
                : Optional.empty();
    }

    /** What the wallet does for it: one operation, for ever. */
    public OperationId operation() {
        return new OperationId(OPERATION + value);
    }

    @Override
    public String toString() {
        return value;
    }
}

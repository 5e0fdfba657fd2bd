package com.nexnum.kernel.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Shape;

/** The one wallet of a customer, derived from the customer: {@code wallet-cus_...}. */
public record WalletId(@JsonValue String value) {

    private static final Shape SHAPE = new Shape("WalletId", "wallet-cus_[0-9a-z]{6,36}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WalletId {
        SHAPE.require(value);
    }

    public static WalletId of(CustomerId customer) {
        return new WalletId("wallet-" + customer);
    }

    public CustomerId customer() {
        return new CustomerId(value.substring("wallet-".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}

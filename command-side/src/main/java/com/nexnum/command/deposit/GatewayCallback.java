package com.nexnum.command.deposit;

import com.nexnum.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/** What a callback says, once it is known who sent it. */
public sealed interface GatewayCallback {

    /**
     * The gateway has the money.
     *
     * @param reference how its statements call the payment, 1 to 128 printable characters; null
     *     when they call it by the deposit's id
     */
    record Succeeded(DepositId depositId, Money amount, @Nullable String reference)
            implements GatewayCallback {

        public Succeeded {
            if (reference != null && !reference.matches("[!-~]{1,128}")) {
                throw new IllegalArgumentException("Not a payment's reference");
            }
        }
    }

    /** The gateway will not have it. */
    record Failed(DepositId depositId) implements GatewayCallback {}

    /** Somebody else sent it, or the gateway too long ago. */
    record Untrusted(String why) implements GatewayCallback {}

    /** The gateway sent what nobody understands. */
    record Unreadable(String why) implements GatewayCallback {}
}

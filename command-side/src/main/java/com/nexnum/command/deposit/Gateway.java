package com.nexnum.command.deposit;

import java.util.Map;

/** One payment gateway: it brings the money, and says so by a signed callback. */
public interface Gateway {

    /** Its name in requests, paths and events: 1 to 32 lower-case letters. */
    String name();

    /** Asks for the money. Asking again for the same deposit is harmless. */
    GatewayAnswer start(Deposit deposit);

    /**
     * Reads a callback that claims to come from this gateway.
     *
     * @param headers by lower-case name
     * @param body the bytes as they came
     */
    GatewayCallback read(Map<String, String> headers, byte[] body);
}

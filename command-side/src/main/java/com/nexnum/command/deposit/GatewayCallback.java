package com.nexnum.command.deposit;

import com.nexnum.kernel.money.Money;

/** What a callback says, once it is known who sent it. */
public sealed interface GatewayCallback {

    /** The gateway has the money. */
    record Succeeded(DepositId depositId, Money amount) implements GatewayCallback {}

    /** The gateway will not have it. */
    record Failed(DepositId depositId) implements GatewayCallback {}

    /** Somebody else sent it, or the gateway too long ago. */
    record Untrusted(String why) implements GatewayCallback {}

    /** The gateway sent what nobody understands. */
    record Unreadable(String why) implements GatewayCallback {}
}

package com.nexnum.command.deposit;

/** What became of asking a gateway for money. */
public sealed interface GatewayAnswer {

    /** A callback will follow. */
    record Started() implements GatewayAnswer {}

    /** No money will come. */
    record Refused(String why) implements GatewayAnswer {}
}

package com.nexnum.command.supply.sandbox;

/** What the market answers to somebody who wants a number. */
public sealed interface Purchase {

    record Sold(Sale sale) implements Purchase {}

    record NoNumbers() implements Purchase {}

    record NoBalance() implements Purchase {}

    /**
     * @param leastMicros what one costs
     */
    record TooCheap(long leastMicros) implements Purchase {}

    /** That reference was used before. */
    record Repeated() implements Purchase {}
}

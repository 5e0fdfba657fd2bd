package com.nexnum.kernel.routing;

/** What matters most to whoever buys. */
public enum RouteSort {
    /** The lowest price. */
    PRICE,
    /** The best chance of an SMS, soon. */
    QUALITY,
    /** The most SMS for the money. */
    BALANCED
}

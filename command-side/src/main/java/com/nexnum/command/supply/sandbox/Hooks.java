package com.nexnum.command.supply.sandbox;

import java.net.URI;

/**
 * Where and how the sandbox tells of SMS by itself.
 *
 * @param url takes a POST with the body that HeroSMS sends
 */
public record Hooks(URI url, Style style) {

    /** How reliable it is. */
    public enum Style {
        ONCE,
        TWICE,
        /** One message is held back until the next one went out. */
        OUT_OF_ORDER
    }
}

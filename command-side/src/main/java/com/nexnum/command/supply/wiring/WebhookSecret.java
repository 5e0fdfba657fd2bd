package com.nexnum.command.supply.wiring;

import org.jspecify.annotations.Nullable;

/** The last part of our address for a provider's webhooks. */
final class WebhookSecret {

    private static final String SHAPE = "[A-Za-z0-9_-]{16,128}";

    private WebhookSecret() {}

    /**
     * @throws IllegalArgumentException when it is easy to guess or does not fit into an address
     */
    static boolean checked(@Nullable String secret) {
        if (secret != null && !secret.matches(SHAPE)) {
            throw new IllegalArgumentException("it has 16 to 128 letters, digits, - or _");
        }
        return true;
    }
}

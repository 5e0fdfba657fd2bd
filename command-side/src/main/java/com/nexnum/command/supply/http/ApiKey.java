package com.nexnum.command.supply.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A provider's secret. It never shows itself by accident: {@link #toString()} hides it. */
public record ApiKey(String secret) {

    private static final String HIDDEN = "***";

    public ApiKey {
        if (!secret.matches("[!-~]{4,1024}")) {
            throw new IllegalArgumentException(
                    "An API key is 4 to 1024 printable characters without spaces");
        }
    }

    /** The text without this key, should the provider have echoed it. */
    public String hideIn(String text) {
        var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return text.replace(secret, HIDDEN).replace(encoded, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}

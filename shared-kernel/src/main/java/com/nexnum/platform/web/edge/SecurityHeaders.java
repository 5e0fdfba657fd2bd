package com.nexnum.platform.web.edge;

import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer tells a browser; the docs page alone may load its own scripts and styles. */
final class SecurityHeaders {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
                    "Cache-Control", "no-store");
    private static final String API = "default-src 'none'; frame-ancestors 'none'";
    private static final String DOCS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    static void write(String path, boolean secure, BiConsumer<String, String> header) {
        ALWAYS.forEach(header);
        header.accept("Content-Security-Policy", path.startsWith("/api/docs") ? DOCS : API);
        if (secure) {
            header.accept("Strict-Transport-Security", TWO_YEARS);
        }
    }

    private SecurityHeaders() {}
}

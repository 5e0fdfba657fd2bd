package com.nexnum.command.supply.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to the sandbox.
 *
 * @param segments the parts of the path, decoded
 * @param parameters of the query and of a form, the form's winning
 * @param bearer the token of the Authorization header; empty without one
 */
record SandboxRequest(List<String> segments, Map<String, String> parameters, String bearer) {

    private static final int MAX_FORM_BYTES = 64 * 1024;
    private static final String BEARER = "Bearer ";

    static SandboxRequest of(HttpExchange exchange) throws IOException {
        var parameters = new HashMap<String, String>();
        read(exchange.getRequestURI().getRawQuery(), parameters);
        try (var body = exchange.getRequestBody()) {
            read(new String(body.readNBytes(MAX_FORM_BYTES), StandardCharsets.UTF_8), parameters);
        }
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var bearer =
                authorization != null && authorization.startsWith(BEARER)
                        ? authorization.substring(BEARER.length())
                        : "";
        var path = exchange.getRequestURI().getPath();
        return new SandboxRequest(List.of(path.substring(1).split("/", -1)), parameters, bearer);
    }

    /** Empty when it is absent. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Empty when the path is shorter. */
    String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    private static void read(@Nullable String encoded, Map<String, String> into) {
        if (encoded == null || encoded.isBlank()) {
            return;
        }
        for (var pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

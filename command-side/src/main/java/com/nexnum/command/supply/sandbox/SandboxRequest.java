package com.nexnum.command.supply.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call to the sandbox.
 *
 * @param segments the parts of the path below the style's own, decoded
 * @param parameters of the query and of a form or flat JSON body, the body's winning
 * @param headers by their names in small letters
 */
public record SandboxRequest(
        String method,
        List<String> segments,
        Map<String, String> parameters,
        Map<String, String> headers) {

    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param folder the part of the path that leads to the style, {@code /} at least
     */
    static SandboxRequest of(HttpExchange exchange, String folder) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var parameters = new HashMap<String, String>();
        read(exchange.getRequestURI().getRawQuery(), parameters);
        try (var body = exchange.getRequestBody()) {
            var text = new String(body.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
            if (text.startsWith("{")) {
                readJson(text, parameters);
            } else {
                read(text, parameters);
            }
        }
        var path = exchange.getRequestURI().getPath().substring(folder.length());
        var segments = List.of(path.split("/", -1));
        return new SandboxRequest(exchange.getRequestMethod(), segments, parameters, headers);
    }

    /** Empty when it is absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** A parameter that is a whole number; the other value when it is none. */
    public int number(String name, int otherwise) {
        var text = parameter(name);
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : otherwise;
    }

    /** A parameter that is an amount of dollars, in millionths; null when it is none. */
    public @Nullable Long micros(String name) {
        var text = parameter(name);
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Long.valueOf(new BigDecimal(text).movePointRight(6).longValue())
                : null;
    }

    /** Empty when the path is shorter. */
    public String segment(int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    /** Empty when it is absent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The token of the Authorization header; empty without one. */
    public String bearer() {
        var authorization = header("authorization");
        return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
    }

    private static void readJson(String text, Map<String, String> into) {
        try {
            for (var field : JSON.readTree(text).properties()) {
                into.put(field.getKey(), field.getValue().asString());
            }
        } catch (JacksonException e) {
            into.put("", e.getOriginalMessage());
        }
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

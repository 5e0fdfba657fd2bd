package com.nexnum.command.supply.sandbox;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sandbox answers.
 *
 * @param headers beside the content type
 */
public record SandboxReply(
        int status, String contentType, String body, Map<String, String> headers) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    public static SandboxReply text(String body) {
        return text(200, body);
    }

    public static SandboxReply text(int status, String body) {
        return new SandboxReply(status, "text/plain; charset=utf-8", body, Map.of());
    }

    /** As the real hosts do, under a content type that does not admit it. */
    public static SandboxReply jsonAsHtml(Object value) {
        return new SandboxReply(
                200, "text/html; charset=UTF-8", JSON.writeValueAsString(value), Map.of());
    }

    public static SandboxReply json(Object value) {
        return json(200, value);
    }

    public static SandboxReply json(int status, Object value) {
        return new SandboxReply(
                status, "application/json", JSON.writeValueAsString(value), Map.of());
    }

    public SandboxReply withHeader(String name, String value) {
        return new SandboxReply(status, contentType, body, Map.of(name, value));
    }

    /** Dollars with as many decimals as they need. */
    public static BigDecimal dollars(long micros) {
        var dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return dollars.setScale(Math.max(0, dollars.scale()));
    }
}

package com.nexnum.command.supply.sandbox;

import java.math.BigDecimal;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox answers. */
record SandboxReply(int status, String contentType, String body) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    static SandboxReply text(String body) {
        return text(200, body);
    }

    static SandboxReply text(int status, String body) {
        return new SandboxReply(status, "text/plain; charset=utf-8", body);
    }

    /** As the real hosts do, under a content type that does not admit it. */
    static SandboxReply jsonAsHtml(Object value) {
        return new SandboxReply(200, "text/html; charset=UTF-8", JSON.writeValueAsString(value));
    }

    static SandboxReply json(Object value) {
        return new SandboxReply(200, "application/json", JSON.writeValueAsString(value));
    }

    /** Dollars with as many decimals as they need. */
    static BigDecimal dollars(long micros) {
        var dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return dollars.setScale(Math.max(0, dollars.scale()));
    }
}

package com.nexnum.command.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a request asks for: method, address and body, where the order of fields says nothing. */
@Component
final class Fingerprint {

    private final JsonMapper json;

    Fingerprint(JsonMapper json) {
        this.json = json;
    }

    byte[] of(HttpServletRequest request, byte[] body) {
        var query = request.getQueryString();
        var head =
                request.getMethod()
                        + "\n"
                        + request.getRequestURI()
                        + "\n"
                        + (query == null ? "" : query)
                        + "\n";
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(canonical(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not JSON counts byte for byte; the endpoint refuses it anyway. */
    private byte[] canonical(byte[] body) {
        if (body.length == 0) {
            return body;
        }
        try {
            return json.writeValueAsBytes(sorted(json.readTree(body)));
        } catch (JacksonException _) {
            return body;
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = JsonNodeFactory.instance.objectNode();
                object.propertyNames().stream()
                        .sorted()
                        .forEach(name -> sorted.set(name, sorted(object.get(name))));
                yield sorted;
            }
            case ArrayNode array -> {
                var sorted = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> sorted.add(sorted(item)));
                yield sorted;
            }
            default -> node;
        };
    }
}

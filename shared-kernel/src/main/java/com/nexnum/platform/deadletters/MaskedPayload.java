package com.nexnum.platform.deadletters;

import com.nexnum.platform.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The payload of an event that waits, as people may see it. What is sealed stays unseen, whoever
 * asks, and so does what no event has a name for: a broken payload may hold anything. Auditors see
 * the values of financial events alone.
 */
public final class MaskedPayload {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FINANCIAL = "(wallet|deposit|adjustment)\\..*";

    /** Null when it is no JSON object; then nothing of it is shown. */
    public static @Nullable JsonNode of(Letter letter, Set<Role> roles) {
        try {
            var payload = JSON.readTree(letter.content());
            var values = roles.contains(Role.ADMIN) || letter.eventName().matches(FINANCIAL);
            return payload.isObject() ? masked(payload, values) : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private static JsonNode masked(JsonNode node, boolean values) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, field(name, value, values)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(value -> copy.add(masked(value, values)));
                yield copy;
            }
            default -> values ? node : text("(masked)");
        };
    }

    private static JsonNode field(String name, JsonNode value, boolean values) {
        if (!values) {
            return value.isContainer() ? masked(value, false) : text("(masked)");
        } else if (FieldNames.SEALED.contains(name)) {
            return value.isNull() ? value : text("(sealed)");
        }
        return FieldNames.OPEN.contains(name) ? masked(value, true) : text("(unknown)");
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private MaskedPayload() {}
}

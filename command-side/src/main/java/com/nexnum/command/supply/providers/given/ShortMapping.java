package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mapping inside of an endpoint: {@code {"id":"activationId","number":"phone"}}. Some write their
 * names first, some ours. Where only one makes sense it is that; where both do, their names come
 * first, and a field that is not there is looked for under the other name.
 */
final class ShortMapping {

    private ShortMapping() {}

    /** The same with {@code fields}, ours first. */
    static JsonNode read(Operation operation, String pointer, JsonNode given, Findings findings) {
        if (given.has("fields") || given.has("type") || given.has("regex")) {
            return given;
        }
        var mapping = JsonMapper.shared().createObjectNode();
        var fields = mapping.putObject("fields");
        boolean theirsFirst = isTheirsFirst(given);
        for (var field : given.properties()) {
            if (!field.getValue().isString()) {
                findings.mistake(Findings.at(pointer, field.getKey()), "it is the name of a field");
                continue;
            }
            var left = field.getKey();
            var right = field.getValue().stringValue();
            var ours = theirsFirst ? right : left;
            var theirs = theirsFirst ? left : right;
            fields.put(ours, canBeEither(left, right) ? theirs + "|" + ours : theirs);
            findings.origin(
                    "/endpoints/" + operation.word() + "/fields/" + GivenFields.name(ours),
                    Findings.at(pointer, left));
        }
        return mapping;
    }

    private static boolean isTheirsFirst(JsonNode given) {
        int left = 0;
        int right = 0;
        for (var field : given.properties()) {
            var value = field.getValue().asString("");
            left += score(field.getKey());
            right += score(value);
        }
        return right > left;
    }

    private static int score(String name) {
        return GivenFields.isSurelyOurs(name) ? 3 : GivenFields.name(name) != null ? 2 : 0;
    }

    private static boolean canBeEither(String left, String right) {
        var name = GivenFields.name(left);
        return !left.equals(right) && name != null && name.equals(GivenFields.name(right));
    }
}

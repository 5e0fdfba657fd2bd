package com.nexnum.command.supply.providers;

import com.nexnum.kernel.supply.SupplyEvent.Change;
import com.nexnum.kernel.supply.SupplyEvent.Op;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What has to be done to one JSON to make it another (RFC 6902); arrays change as a whole. */
final class JsonDifference {

    private final List<Change> changes = new ArrayList<>();

    private JsonDifference() {}

    static List<Change> between(JsonNode before, JsonNode after) {
        var difference = new JsonDifference();
        difference.compare("", before, after);
        return List.copyOf(difference.changes);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            changes.add(new Change(Op.REPLACE, path, after.toString()));
            return;
        }
        for (var field : before.properties()) {
            if (!after.has(field.getKey())) {
                changes.add(new Change(Op.REMOVE, at(path, field.getKey()), null));
            }
        }
        for (var field : after.properties()) {
            var earlier = before.get(field.getKey());
            var inside = at(path, field.getKey());
            if (earlier == null) {
                changes.add(new Change(Op.ADD, inside, field.getValue().toString()));
            } else {
                compare(inside, earlier, field.getValue());
            }
        }
    }

    private static String at(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

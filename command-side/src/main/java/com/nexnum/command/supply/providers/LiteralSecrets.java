package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds keys that somebody wrote into a document, where everybody reads them for ever. */
final class LiteralSecrets {

    private static final Pattern NAMES =
            Pattern.compile(
                    "(?i)authorization|(x[-_])?(api|auth|access)[-_]?(key|token)|token|secret"
                            + "|password|passwd|apikey");
    private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_.]*}|\\$.+");

    private final Collection<String> known;
    private final List<DocumentMistake> found = new ArrayList<>();

    private LiteralSecrets(Collection<String> known) {
        this.known = known;
    }

    /**
     * @param known the provider's secrets, which must not stand anywhere
     * @return a mistake for each place, without what stands there
     */
    static List<DocumentMistake> in(JsonNode json, Collection<String> known) {
        var search = new LiteralSecrets(known);
        search.look("", json, false);
        return search.found;
    }

    private void look(String pointer, JsonNode json, boolean inRequest) {
        if (json.isString()) {
            if (known.stream().anyMatch(json.stringValue()::contains)) {
                say(pointer);
            }
            return;
        }
        int index = 0;
        for (var item : json.isArray() ? json : List.<JsonNode>of()) {
            look(pointer + "/" + index++, item, inRequest);
        }
        for (var field : json.properties()) {
            var name = field.getKey();
            var place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            var value = field.getValue();
            boolean request =
                    inRequest
                            || name.matches(
                                    "(?i)request|query|params|queryParams|form|headers|json|body");
            if ((request || pointer.isEmpty()) && isSecretOf(name, value)) {
                say(place);
            } else {
                look(place, value, request);
            }
        }
    }

    private static boolean isSecretOf(String name, JsonNode value) {
        return value.isString()
                && NAMES.matcher(name).matches()
                && !VARIABLE.matcher(value.stringValue()).find();
    }

    private void say(String pointer) {
        found.add(
                new DocumentMistake(
                        pointer,
                        "a secret does not stand in a document: write {secret.NAME} here and set it"
                                + " apart from the document"));
    }
}

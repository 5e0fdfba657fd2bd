package com.nexnum.command.supply.providers.given;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts that mean a refusal, found anywhere in an answer. */
final class GivenErrors {

    private GivenErrors() {}

    /**
     * @param given {@code {"patterns":{"NO_NUMBERS":"NO_NUMBERS"}}}: what is looked for, and what
     *     it means; the other way round where only that makes sense
     * @param ours where {@code target} stands in our document
     */
    static void write(
            String pointer,
            @Nullable JsonNode given,
            Findings findings,
            ObjectNode target,
            String ours) {
        if (given == null) {
            return;
        }
        var place = pointer + "/errors";
        for (var field : given.properties()) {
            if (!field.getKey().equals("patterns")) {
                findings.mistake(Findings.at(place, field.getKey()), "this is not understood here");
            }
        }
        var rules = target.putArray("errors");
        findings.origin(ours + "/errors", place + "/patterns");
        for (var field : given.path("patterns").properties()) {
            var at = Findings.at(place + "/patterns", field.getKey());
            var value = field.getValue().asString("");
            var meaning = GivenWords.meaning(value);
            var pattern = field.getKey();
            if (meaning == null) {
                meaning = GivenWords.meaning(field.getKey());
                pattern = value;
            }
            if (meaning == null) {
                findings.mistake(
                        at,
                        "neither '"
                                + field.getKey()
                                + "' nor '"
                                + value
                                + "' is a meaning, such as NO_STOCK, NO_FUNDS_UPSTREAM or NOT_FOUND");
                continue;
            }
            try {
                findings.origin(ours + "/errors/" + rules.size(), at);
                rules.addObject()
                        .put("matches", new GivenRegex(pattern, false).text())
                        .put("is", meaning.name());
            } catch (IllegalArgumentException e) {
                findings.mistake(at, String.valueOf(e.getMessage()));
            }
        }
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document in our form.
 *
 * @param isOurs whether it was given so
 * @param policy what it said of how we use the provider
 * @param origins where each part of it stood in what was given, as JSON pointers
 * @param notes what was given and has no use here
 */
public record Normalised(
        ObjectNode document,
        boolean isOurs,
        ObjectNode policy,
        Map<String, String> origins,
        List<DocumentMistake> notes) {

    public Normalised {
        origins = Map.copyOf(origins);
        notes = List.copyOf(notes);
    }

    /** Where this part stood in what was given, or what it was made of. */
    public String origin(String pointer) {
        for (var part = pointer; !part.isEmpty(); part = part.substring(0, part.lastIndexOf('/'))) {
            var origin = origins.get(part);
            if (origin != null) {
                return origin;
            }
        }
        return isOurs ? pointer : "";
    }
}

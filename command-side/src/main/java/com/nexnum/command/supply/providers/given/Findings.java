package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What turns up while a document is read: mistakes, what has no use, and what came from where. */
final class Findings {

    private final List<DocumentMistake> mistakes = new ArrayList<>();
    private final List<DocumentMistake> notes = new ArrayList<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    void mistake(String pointer, String reason) {
        mistakes.add(new DocumentMistake(pointer, reason));
    }

    void note(String pointer, String reason) {
        notes.add(new DocumentMistake(pointer, reason));
    }

    /** Our part was made of that part. */
    void origin(String ours, String theirs) {
        origins.put(ours, theirs);
    }

    /** Whatever else stands there would be dropped without a word. */
    void refuseOthers(String pointer, JsonNode object, Set<String> known) {
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                mistake(at(pointer, field.getKey()), "this is not understood here");
            }
        }
    }

    void failIfAny() {
        if (!mistakes.isEmpty()) {
            throw new DocumentMistakes(mistakes);
        }
    }

    List<DocumentMistake> notes() {
        return notes;
    }

    Map<String, String> origins() {
        return origins;
    }

    static String at(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a provider's words for the state of a number mean. */
record MappedStates(Map<String, State> words) {

    static MappedStates read(String pointer, JsonNode mapping, boolean isRead, Findings findings) {
        var words = new LinkedHashMap<String, State>();
        for (var field : mapping.path("statusMapping").properties()) {
            var given = field.getValue().asString("");
            var meaning = GivenWords.state(given);
            if (meaning == null) {
                findings.mistake(
                        Findings.at(pointer + "/statusMapping", field.getKey()),
                        "'%s' is no state: say PENDING, RECEIVED, CANCELLED or NOT_FOUND"
                                .formatted(given));
            } else {
                words.put(field.getKey(), meaning);
            }
        }
        if (!words.isEmpty() && !isRead) {
            findings.mistake(
                    pointer + "/statusMapping", "no field 'status' says where the word is");
        }
        return new MappedStates(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean has(State wanted) {
        return words.containsValue(wanted);
    }

    /** The words for this state, as an array in an expression. */
    String array(State wanted) {
        return words.entrySet().stream()
                .filter(it -> it.getValue() == wanted)
                .map(it -> "'" + it.getKey().replace("'", "") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.engine.document.Word;
import com.nexnum.command.supply.engine.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the word of an answer: in bare text, or in the fields that a provider wraps it in. */
final class WordReader {

    private static final int LONGEST = 4_000;

    private WordReader() {}

    /** {@code word} and {@code argument}, as far as there are any. */
    static Map<String, Object> read(
            Word word, String body, @Nullable Object json, Map<String, Object> variables) {
        if (json == null) {
            return taken(word, body.strip());
        }
        for (var field : word.fields()) {
            var text = Values.text(field.in(new Scope(json, variables)));
            var taken = text == null ? Map.<String, Object>of() : taken(word, text.strip());
            if (!taken.isEmpty()) {
                return taken;
            }
        }
        return Map.of();
    }

    private static Map<String, Object> taken(Word word, String given) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return Map.of();
        }
        var text = word.lowercase() ? given.toLowerCase(Locale.ROOT) : given;
        var pattern = word.pattern();
        if (pattern == null) {
            return Map.of("word", text);
        }
        var groups = pattern.groupsOf(text);
        if (groups == null) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, Object>();
        for (var name : new String[] {"word", "argument"}) {
            var value = groups.get(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        return found;
    }
}

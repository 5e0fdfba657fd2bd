package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.http.Upstream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of the protocol: {@code NO_NUMBERS}, {@code STATUS_OK:1234}.
 *
 * @param argument what stands after the first colon; empty without one
 */
record Token(String name, String argument) {

    private static final Pattern WORD =
            Pattern.compile("([A-Z][A-Z0-9_]{2,60})(?::(.*))?", Pattern.DOTALL);
    private static final List<String> FIELDS = List.of("title", "error", "message", "msg");

    /** From bare text or from the JSON envelope that newer hosts wrap it in; null for the rest. */
    static @Nullable Token of(String body) {
        var json = Upstream.json(body);
        if (json == null) {
            return word(body.strip());
        }
        for (var field : FIELDS) {
            var text = Upstream.text(json.get(field));
            var word = text == null ? null : word(text.strip());
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private static @Nullable Token word(String text) {
        var matcher = WORD.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var argument = matcher.group(2);
        return new Token(matcher.group(1), argument == null ? "" : argument);
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? name : name + ":" + argument;
    }
}

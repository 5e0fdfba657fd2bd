package com.nexnum.command.supply.engine.request;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text with {@code {variables}} in it. */
public final class Template {

    private static final Pattern VARIABLE =
            Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.]*)(:number)?\\}");

    private Template() {}

    /** Whether it is one variable alone, to be written as a number: {@code {maxPrice:number}}. */
    static boolean isNumber(String text) {
        var found = VARIABLE.matcher(text);
        return found.matches() && found.group(2) != null;
    }

    /** The names that it mentions. */
    public static Set<String> variables(String text) {
        var names = new LinkedHashSet<String>();
        var found = VARIABLE.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /**
     * @param write how a value is written where it stands
     * @return null when a variable has no value
     */
    static @Nullable String filled(
            String text, Map<String, String> values, UnaryOperator<String> write) {
        var found = VARIABLE.matcher(text);
        var out = new StringBuilder();
        int end = 0;
        while (found.find()) {
            var value = values.get(found.group(1));
            if (value == null) {
                return null;
            }
            out.append(text, end, found.start()).append(write.apply(value));
            end = found.end();
        }
        return out.append(text, end, text.length()).toString();
    }
}

package com.nexnum.command.supply.engine.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression with named groups over the whole text of an answer. It runs in time
 * proportional to the text (RE2), so that none can hang the process.
 */
public final class TextPattern {

    private static final int LONGEST = 500;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * @throws IllegalArgumentException with what is wrong in it
     */
    @JsonCreator
    public static TextPattern of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters");
        }
        try {
            return new TextPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    /** The named groups that took part, or null when the text is another. */
    public @Nullable Map<String, Object> groupsOf(String text) {
        var matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        var groups = new LinkedHashMap<String, Object>();
        for (var group : pattern.namedGroups().entrySet()) {
            var found = matcher.group(group.getValue());
            if (found != null) {
                groups.put(group.getKey(), found);
            }
        }
        return groups;
    }

    /** The names that its groups have. */
    public Set<String> names() {
        return pattern.namedGroups().keySet();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}

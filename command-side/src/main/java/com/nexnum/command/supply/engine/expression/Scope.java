package com.nexnum.command.supply.engine.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression looks at.
 *
 * @param input the part of the answer that paths begin at: maps, lists, strings, exact numbers
 * @param variables what {@code $name} means
 */
public record Scope(@Nullable Object input, Map<String, Object> variables) {

    /** The same variables, looking at another part. */
    public Scope at(@Nullable Object part) {
        return new Scope(part, variables);
    }

    public Scope with(String name, Object value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new Scope(input, more);
    }
}

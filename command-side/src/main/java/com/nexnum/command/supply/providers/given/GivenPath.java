package com.nexnum.command.supply.providers.given;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language of fields, as JSONata: {@code a.b[0].c}, {@code a|b}, {@code $key}, {@code
 * $parentKey}, {@code $grandParentKey}, {@code $atDepth:N}, {@code $operatorKey}, {@code
 * x.$firstKey}, {@code x.$first}.
 */
final class GivenPath {

    private static final Pattern STEP = Pattern.compile("([^\\[\\]]*)((?:\\[[0-9]+])*)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<String> WORDS = List.of("and", "or", "in", "true", "false", "null");

    private final String base;
    private final List<String> keys;
    private final String value;

    /**
     * @param base the expression that paths begin at; empty for what is looked at
     * @param keys expressions for the keys above, from the outside in
     */
    GivenPath(String base, List<String> keys) {
        this.base = base;
        this.keys = List.copyOf(keys);
        this.value = base.isEmpty() ? "$" : base;
    }

    /**
     * @throws IllegalArgumentException with what cannot be said here
     */
    String expression(String given) {
        return Stream.of(given.split("\\|", -1))
                .map(String::strip)
                .map(this::one)
                .collect(Collectors.joining(" ?? "));
    }

    private String one(String given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("an empty path");
        }
        return switch (given) {
            case "$key", "$operatorKey" -> key(keys.size() - 1, given);
            case "$parentKey" -> key(keys.size() - 2, given);
            case "$grandParentKey" -> key(keys.size() - 3, given);
            case "$value", "$", "." -> value;
            default ->
                    given.startsWith("$atDepth:")
                            ? key(depth(given), given)
                            : path(given.startsWith("$.") ? given.substring(2) : given);
        };
    }

    private String path(String given) {
        if (given.endsWith(".$firstKey") || given.equals("$firstKey")) {
            return "$keys(" + parent(given) + ")[0]";
        }
        int inside = given.indexOf("$first.");
        if (inside >= 0) {
            var first = path(given.substring(0, inside + "$first".length()));
            return new GivenPath(first, keys).path(given.substring(inside + "$first.".length()));
        }
        if (given.endsWith(".$first") || given.equals("$first")) {
            var list = parent(given);
            return "($type(%1$s) = 'array' ? %1$s[0] : $lookup(%1$s, $keys(%1$s)[0]))"
                    .formatted(list);
        }
        var text = new StringBuilder(base);
        for (var step : given.split("\\.", -1)) {
            append(text, step, given);
        }
        return text.toString();
    }

    private void append(StringBuilder text, String step, String whole) {
        var parts = STEP.matcher(step);
        if (!parts.matches() || step.isEmpty() || step.startsWith("$")) {
            throw new IllegalArgumentException(
                    "'" + step + "' in '" + whole + "' is not understood");
        }
        var name = parts.group(1);
        if (name.matches("[0-9]+")) {
            text.append(text.isEmpty() ? "$" : "").append('[').append(name).append(']');
        } else if (name.isEmpty()) {
            text.append(text.isEmpty() ? "$" : "");
        } else {
            text.append(text.isEmpty() ? "" : ".").append(quoted(name));
        }
        text.append(parts.group(2));
    }

    private String parent(String given) {
        int dot = given.lastIndexOf('.');
        return dot < 0 ? value : path(given.substring(0, dot));
    }

    private static String quoted(String name) {
        return name.equals("*") || (PLAIN.matcher(name).matches() && !WORDS.contains(name))
                ? name
                : "`" + name.replace("`", "") + "`";
    }

    private String key(int index, String given) {
        if (index < 0 || index >= keys.size()) {
            throw new IllegalArgumentException(
                    given
                            + " asks for a key that is not there: "
                            + keys.size()
                            + " levels have one");
        }
        return keys.get(index);
    }

    private static int depth(String given) {
        var number = given.substring("$atDepth:".length());
        if (!number.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("$atDepth: is followed by a number, from 0 outside");
        }
        return Integer.parseInt(number);
    }
}

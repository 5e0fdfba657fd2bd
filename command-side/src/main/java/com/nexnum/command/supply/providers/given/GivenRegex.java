package com.nexnum.command.supply.providers.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A regular expression that looks for its text anywhere, as one that matches the whole answer. Its
 * groups have names or, where fields ask for them by number, get some.
 */
final class GivenRegex {

    private static final Pattern SLASHED = Pattern.compile("(?s)/(.*)/([gimsu]*)");
    private static final Set<String> WHOLE =
            Set.of("0", "$0", "$&", "match", "$match", "fullMatch", "$value");

    private final String text;
    private final List<String> names = new ArrayList<>();

    /**
     * @param byNumber whether fields ask for groups by their numbers
     * @throws IllegalArgumentException with what RE2 cannot do
     */
    GivenRegex(String given, boolean byNumber) {
        var slashed = SLASHED.matcher(given);
        boolean isSlashed = slashed.matches();
        var bare = isSlashed ? slashed.group(1) : given;
        var flags = isSlashed ? slashed.group(2).replaceAll("[gu]", "") : "";
        var inside = (flags.isEmpty() ? "" : "(?" + flags + ")") + grouped(bare, byNumber);
        this.text = "(?s:.*?)(?:" + inside + ")(?s:.*)";
    }

    String text() {
        return text;
    }

    /**
     * @throws IllegalArgumentException when there is no such group
     */
    String group(String given) {
        if (WHOLE.contains(given)) {
            throw new IllegalArgumentException(
                    "'" + given + "' is the whole match; name the group that holds this field");
        }
        var wanted = given.startsWith("$") ? given.substring(1) : given;
        if (wanted.matches("[1-9][0-9]?")) {
            int number = Integer.parseInt(wanted);
            if (number <= names.size()) {
                return names.get(number - 1);
            }
        } else if (names.contains(wanted)) {
            return wanted;
        }
        var named = names.stream().filter(name -> !name.matches("g[0-9]+")).toList();
        throw new IllegalArgumentException(
                "the regex has no group '"
                        + wanted
                        + "'; "
                        + (named.isEmpty()
                                ? "it has no named groups: write (?<" + wanted + ">…)"
                                : "it has " + named));
    }

    /** Whether a field asks for a group by its number. */
    static boolean isNumber(String field) {
        return field.matches("\\$?[1-9][0-9]?");
    }

    private String grouped(String given, boolean byNumber) {
        var out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (c == '\\' && i + 1 < given.length()) {
                refuseReference(given.charAt(i + 1), inClass);
                out.append(c).append(given.charAt(++i));
            } else if (inClass || c == '[') {
                inClass = c != ']';
                out.append(c);
            } else if (c == '(') {
                i = group(given, i, byNumber, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Writes the beginning of a group; gives the place of its last character. */
    private int group(String given, int at, boolean byNumber, StringBuilder out) {
        if (!given.startsWith("(?", at)) {
            names.add("g" + (names.size() + 1));
            out.append(byNumber ? "(?P<" + names.getLast() + ">" : "(");
            return at;
        }
        if (given.startsWith("(?=", at) || given.startsWith("(?!", at)) {
            throw new IllegalArgumentException("it looks ahead, which RE2 cannot");
        }
        if (given.startsWith("(?<=", at) || given.startsWith("(?<!", at)) {
            throw new IllegalArgumentException("it looks behind, which RE2 cannot");
        }
        int end = given.indexOf('>', at);
        if (end > 0 && (given.startsWith("(?<", at) || given.startsWith("(?P<", at))) {
            var name = given.substring(given.indexOf('<', at) + 1, end);
            names.add(name);
            out.append("(?P<").append(name).append('>');
            return end;
        }
        out.append("(?");
        return at + 1;
    }

    private static void refuseReference(char after, boolean inClass) {
        if (!inClass && ((after >= '1' && after <= '9') || after == 'k')) {
            throw new IllegalArgumentException("it refers back to a group, which RE2 cannot");
        }
    }
}

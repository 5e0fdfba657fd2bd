package com.nexnum.command.supply.engine.expression;

import com.google.re2j.Pattern;
import java.util.Set;

/**
 * Which words an expression may use. Everything in it ends soon and stays small, so that neither a
 * slip in a document nor a hostile answer can hold a thread or fill the memory.
 */
final class Vocabulary {

    private static final int LONGEST = 1_000;
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "append",
                    "boolean",
                    "contains",
                    "count",
                    "distinct",
                    "exists",
                    "join",
                    "keys",
                    "length",
                    "lookup",
                    "lowercase",
                    "merge",
                    "not",
                    "number",
                    "reverse",
                    "sort",
                    "split",
                    "string",
                    "substring",
                    "substringAfter",
                    "substringBefore",
                    "trim",
                    "type",
                    "uppercase");
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`");
    private static final Pattern CALL = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)\\s*\\(");
    private static final Pattern DEFINED = Pattern.compile("\\bfunction\\b|λ|:=");

    private Vocabulary() {}

    /**
     * @throws IllegalArgumentException with what is not allowed in it
     */
    static void check(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An expression has 1 to " + LONGEST + " characters: '" + text + "'");
        }
        var bare = QUOTED.matcher(text).replaceAll("''");
        refuse(bare.contains("/"), text, "'/' (regular expressions belong into a pattern)");
        refuse(bare.contains(".."), text, "a range");
        refuse(bare.contains("**"), text, "'**', which searches everything");
        refuse(bare.contains("~>"), text, "'~>'");
        refuse(DEFINED.matcher(bare).find(), text, "a definition");
        var calls = CALL.matcher(bare);
        while (calls.find()) {
            refuse(!FUNCTIONS.contains(calls.group(1)), text, "$" + calls.group(1) + "()");
        }
    }

    private static void refuse(boolean found, String text, String what) {
        if (found) {
            throw new IllegalArgumentException("'" + text + "' may not use " + what);
        }
    }
}

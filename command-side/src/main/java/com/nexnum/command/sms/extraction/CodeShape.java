package com.nexnum.command.sms.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How codes look, the most telling shape first; a stretch belongs to the first shape that fits.
 * Every repetition is bounded, so that matching stays linear.
 */
enum CodeShape {
    /** {@code G-123456}: the mark tells the sender and is not typed. */
    SENDER_MARK(50, "(?<![A-Za-z0-9-])(?:G|FB|IG)-(\\d{4,8})(?![A-Za-z0-9]|-\\d)"),
    /** {@code ABCD-123456}: a prefix to compare with the form, not to type. */
    PREFIXED(25, "(?<![A-Za-z0-9-])[A-Z]{1,4}-(\\d{4,8})(?![A-Za-z0-9]|-\\d)"),
    GROUPED_DIGITS(
            25,
            "(?<![A-Za-z0-9]|\\d[- ])(\\d{3}( - |[- ])\\d{3}(?:\\2\\d{3})?"
                    + "|\\d{2}([- ])\\d{2}\\3\\d{2}(?:\\3\\d{2})?"
                    + "|(?!19|20)\\d{4}[- ]\\d{4}"
                    + "|\\d(?:([- ])\\d)(?:\\4\\d){2,6})(?![A-Za-z0-9]|[- ]\\d)"),
    DIGITS(25, "(?<![A-Za-z0-9]|\\d-)(\\d{4,8})(?![A-Za-z0-9]|-\\d)"),
    GROUPED_MIXED(
            15,
            "(?<![A-Za-z0-9-])(?=[A-Z-]{0,12}\\d)(?=[0-9-]{0,12}[A-Z])"
                    + "([A-Z0-9]{3}-[A-Z0-9]{3}(?:-[A-Z0-9]{3})?|[A-Z0-9]{4}-[A-Z0-9]{4})"
                    + "(?![A-Za-z0-9-])"),
    MIXED(15, "(?<![A-Za-z0-9])(?=[A-Z]{0,9}\\d)(?=\\d{0,9}[A-Z])([A-Z0-9]{4,10})(?![A-Za-z0-9])"),
    MIXED_CASE(
            0,
            "(?<![A-Za-z0-9])(?=[A-Za-z]{0,9}\\d)(?=\\d{0,9}[A-Za-z])([A-Za-z0-9]{4,10})"
                    + "(?![A-Za-z0-9])"),
    /** Only where a line ends after it: {@code Code: KXQPR}. */
    LETTERS(
            -20,
            "(?<![A-Za-z0-9-])([A-Z]{5,8}|[A-Z]{3}-[A-Z]{3})(?![A-Za-z0-9-])"
                    + "(?=[.,!]?\\s{0,3}(?:\\n|\\z)|\\.\\s)");

    private static final char TAKEN = '\u25A1';

    private final int weight;
    private final Pattern pattern;

    CodeShape(int weight, String regex) {
        this.weight = weight;
        this.pattern = Pattern.compile(regex);
    }

    /** How much the shape alone says for a code. */
    int weight() {
        return weight;
    }

    boolean hasOnlyDigits() {
        return compareTo(DIGITS) <= 0;
    }

    static List<Candidate> candidatesIn(String text) {
        var candidates = new ArrayList<Candidate>();
        var rest = new StringBuilder(text);
        for (var shape : values()) {
            var matcher = shape.pattern.matcher(rest.toString());
            while (matcher.find()) {
                var span = new Span(matcher.start(), matcher.end());
                var code = matcher.group(1).replace(" ", "").replace("-", "");
                candidates.add(new Candidate(span, shape, code));
                for (int i = span.start(); i < span.end(); i++) {
                    rest.setCharAt(i, TAKEN);
                }
            }
        }
        return candidates;
    }
}

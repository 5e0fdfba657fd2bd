package com.nexnum.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All figures of a run, one below the other. */
final class Table {

    private static final Pattern FIGURE =
            Pattern.compile("bench (\\S+) figure=(\\S+) unit=(\\S+) floor=(\\S+) ratio=(\\S+)");
    private static final String ROW = "| %-34s | %12s | %-14s | %10s | %6s |%n";

    static void print(List<String> lines) {
        System.out.println();
        System.out.printf(ROW, "what", "figure", "unit", "floor", "ratio");
        System.out.printf(
                ROW, "-".repeat(34), "-".repeat(12), "-".repeat(14), "-".repeat(10), "-".repeat(6));
        lines.stream()
                .map(FIGURE::matcher)
                .filter(Matcher::matches)
                .forEach(it ->
                        System.out.printf(
                                ROW,
                                it.group(1),
                                it.group(2),
                                it.group(3),
                                it.group(4),
                                it.group(5)));
    }

    private Table() {}
}

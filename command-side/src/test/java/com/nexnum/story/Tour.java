package com.nexnum.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The snippets of the README's tour in their order.
 *
 * @param steps each with what it promises to print
 */
record Tour(List<Step> steps) {

    /** Between the outputs of two snippets, on a line of its own. */
    private static final String BORDER = "--- the next snippet ---";

    private static final Pattern STEP =
            Pattern.compile("```bash\\n(.*?)```\\n(?:```text\\n(.*?)```)?", Pattern.DOTALL);

    record Step(String commands, String promise) {

        private static Step of(MatchResult found) {
            var promise = found.group(2);
            return new Step(found.group(1), promise == null ? "" : promise);
        }

        /** The promise as a pattern, where {@code …} is anything on one line, but not nothing. */
        Pattern promised() {
            var parts = promise.strip().split("…", -1);
            var quoted = Arrays.stream(parts).map(Pattern::quote).toList();
            return Pattern.compile(String.join("[^\\n]+", quoted));
        }
    }

    static Tour of(Path readme) throws IOException {
        return new Tour(STEP.matcher(Files.readString(readme)).results().map(Step::of).toList());
    }

    /** All snippets for one shell, which ends at the first that fails. */
    String script() {
        var script = new StringBuilder("set -eu -o pipefail\n");
        for (var step : steps) {
            script.append(step.commands()).append("echo '").append(BORDER).append("'\n");
        }
        return script.toString();
    }

    /** What each snippet printed; shorter than the tour when one failed. */
    static List<String> outputs(String printed) {
        return Pattern.compile(BORDER + "\\n").splitAsStream(printed).map(String::strip).toList();
    }
}

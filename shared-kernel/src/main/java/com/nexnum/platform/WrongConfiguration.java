package com.nexnum.platform;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** A wrong property ends the start with its name and what is wrong, not with a stack trace. */
final class WrongConfiguration implements FailureAnalyzer {

    private static final String OURS = "nexnum.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure;
                cause != null && seen.add(cause);
                cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null && message.startsWith(OURS)) {
                return new FailureAnalysis(
                        message,
                        "Set the property on the command line, in a file or in the environment"
                                + " (dots and dashes become underscores, letters upper case);"
                                + " docs/operations.md lists all of them.",
                        failure);
            }
        }
        return null;
    }
}

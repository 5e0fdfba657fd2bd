package com.nexnum.platform.eventstore;

import java.util.regex.Pattern;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Why an event was parked, without what the event says: no details of the database, nothing in
 * quotes or brackets, no numbers that could be somebody's.
 */
final class MaskedCause {

    private static final int LONGEST = 500;
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"?|'[^']*'?|\\([^)]*\\)?|\\{[^}]*}?|\\[[^\\]]*]?");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d \\-.]{3,}\\d");

    /** The innermost failure says most. */
    static ThrowableCause of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !root.getCause().equals(root)) {
            root = root.getCause();
        }
        return new ThrowableCause(root.getClass().getName(), masked("" + root.getMessage()));
    }

    static String masked(String message) {
        var first = message.lines().findFirst().orElse("");
        var masked = NUMBER.matcher(QUOTED.matcher(first).replaceAll("…")).replaceAll("…");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) : masked;
    }

    private MaskedCause() {}
}

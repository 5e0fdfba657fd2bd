package com.nexnum.platform.admin;

import org.jspecify.annotations.Nullable;

/** The server said no, or cannot be reached. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String envelope;

    /**
     * @param envelope the answer as it came; null when none came
     */
    Refused(String message, @Nullable String envelope) {
        super(message);
        this.envelope = envelope;
    }

    @Nullable String envelope() {
        return envelope;
    }
}

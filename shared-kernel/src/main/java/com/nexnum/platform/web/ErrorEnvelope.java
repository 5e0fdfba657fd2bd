package com.nexnum.platform.web;

import java.time.Instant;
import java.util.Map;

/** The one shape that every error has: {@code {"error":{"code":...}}}. */
public record ErrorEnvelope(Body error) {

    /**
     * @param code stable, upper case with underscores: clients decide by it
     * @param message a sentence for people
     * @param details machine-readable facts about this refusal; may be empty
     * @param timestamp when it was refused
     * @param requestId to quote when asking for help
     */
    public record Body(
            String code,
            String message,
            Map<String, Object> details,
            Instant timestamp,
            String requestId) {

        public Body {
            details = Map.copyOf(details);
        }
    }

    public static ErrorEnvelope of(Problem problem, Instant timestamp, String requestId) {
        return new ErrorEnvelope(
                new Body(
                        problem.code(),
                        problem.message(),
                        problem.details(),
                        timestamp,
                        requestId));
    }
}

package com.nexnum.platform.web;

import java.util.Map;

/**
 * Why a request was refused, as data; written to the client as the one error envelope.
 *
 * @param status the HTTP status, 400 to 599
 * @param code stable, upper case with underscores: clients decide by it
 * @param message a sentence for people that says what to do; never a secret, never a stack
 * @param details machine-readable facts about this refusal; may be empty
 */
public record Problem(int status, String code, String message, Map<String, Object> details) {

    public Problem {
        details = Map.copyOf(details);
    }

    public static Problem of(int status, String code, String message) {
        return new Problem(status, code, message, Map.of());
    }

    public Problem with(String name, Object value) {
        var more = new java.util.HashMap<>(details);
        more.put(name, value);
        return new Problem(status, code, message, more);
    }

    public ProblemException raised() {
        return new ProblemException(this);
    }
}

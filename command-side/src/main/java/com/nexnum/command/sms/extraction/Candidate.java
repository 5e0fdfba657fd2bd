package com.nexnum.command.sms.extraction;

/**
 * What might be the code.
 *
 * @param code as it would be typed
 */
record Candidate(Span span, CodeShape shape, String code) {

    boolean looksLikeYear() {
        return code.length() == 4 && (code.startsWith("19") || code.startsWith("20"));
    }
}

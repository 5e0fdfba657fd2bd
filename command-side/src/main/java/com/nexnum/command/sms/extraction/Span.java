package com.nexnum.command.sms.extraction;

/**
 * A stretch of a text.
 *
 * @param end exclusive
 */
record Span(int start, int end) {

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}

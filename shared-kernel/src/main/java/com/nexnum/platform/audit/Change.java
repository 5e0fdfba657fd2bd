package com.nexnum.platform.audit;

import java.util.Map;

/**
 * One sensitive change. It holds ids, amounts and settings: never a secret, and of people nothing
 * but their ids, since it is kept for ever.
 *
 * @param what the kind of change, a stable name: {@code adjustment.proposed}
 * @param subject the id of what was changed, at most 160 characters
 * @param before what was there, by name; empty when there was nothing
 * @param after what is there now; empty when nothing is
 */
public record Change(
        String what, String subject, Map<String, Object> before, Map<String, Object> after) {

    public Change {
        if (!what.matches("[a-z-]+\\.[a-z-]+") || what.length() > 64) {
            throw new IllegalArgumentException("Not a kind of change: " + what);
        }
        if (subject.isBlank() || subject.length() > 160) {
            throw new IllegalArgumentException("The subject has 1 to 160 characters");
        }
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Something that is only known by what it is now. */
    public static Change to(String what, String subject, Map<String, Object> after) {
        return new Change(what, subject, Map.of(), after);
    }
}

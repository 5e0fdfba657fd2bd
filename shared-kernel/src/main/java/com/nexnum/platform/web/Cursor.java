package com.nexnum.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on: the sort key of the last item seen, opaque to clients. A check sum finds
 * what was typed or altered; it grants nothing, so a list must filter by its caller on every page.
 */
public record Cursor(List<String> parts) {

    private static final int CHECK_BYTES = 6;
    private static final int LONGEST = 1024;
    private static final String SEPARATOR = "\u0000";

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** The cursor behind an item with this sort key, the most significant part first. */
    public static Cursor after(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    /**
     * @throws ProblemException 400 INVALID_CURSOR when {@link #encoded()} never wrote this
     */
    public static Cursor decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var cut = Math.min(CHECK_BYTES, bytes.length);
            var content = Arrays.copyOfRange(bytes, cut, bytes.length);
            var cursor =
                    new Cursor(
                            List.of(
                                    new String(content, StandardCharsets.UTF_8)
                                            .split(SEPARATOR, -1)));
            if (text.length() > LONGEST || !cursor.encoded().equals(text)) {
                throw invalid();
            }
            return cursor;
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    /** Base64url without padding. */
    public String encoded() {
        var content = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(check(content), CHECK_BYTES + content.length);
        System.arraycopy(content, 0, bytes, CHECK_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @throws ProblemException 400 when the cursor belongs to another list
     */
    public String text(int part) {
        if (part >= parts.size()) {
            throw invalid();
        }
        return parts.get(part);
    }

    /**
     * @throws ProblemException 400 when the cursor belongs to another list
     */
    public long number(int part) {
        try {
            return Long.parseLong(text(part));
        } catch (NumberFormatException _) {
            throw invalid();
        }
    }

    /**
     * @throws ProblemException 400 when the cursor belongs to another list
     */
    public Instant instant(int part) {
        try {
            return Instant.parse(text(part));
        } catch (DateTimeException _) {
            throw invalid();
        }
    }

    private static byte[] check(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException invalid() {
        return Problem.of(400, "INVALID_CURSOR", "Use nextCursor of the page before, unchanged.")
                .raised();
    }
}

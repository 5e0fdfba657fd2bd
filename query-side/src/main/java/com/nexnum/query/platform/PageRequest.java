package com.nexnum.query.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexnum.platform.web.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param limit 1 to 100
 * @param after the key of the last row of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    /**
     * @throws com.nexnum.platform.web.ProblemException 400 when either is malformed
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? USUAL : limit(limit), cursor == null ? null : key(cursor));
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** One row more than the page, which tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /** The key as a number; the start value on the first page. */
    public long number(long start) {
        try {
            return after == null ? start : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw malformedCursor();
        }
    }

    /** The key as a moment and an id; the end of time on the first page of a list, newest first. */
    public Moment moment() {
        if (after == null) {
            return new Moment(Instant.parse("9999-12-31T00:00:00Z"), "");
        }
        try {
            var parts = after.split(" ", 2);
            if (parts.length != 2) {
                throw malformedCursor();
            }
            return new Moment(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException e) {
            throw malformedCursor();
        }
    }

    /** A place in a list that is ordered by time, then id. */
    public record Moment(Instant at, String id) {

        public String key() {
            return at + " " + id;
        }
    }

    private static int limit(String text) {
        if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw BadRequest.of("limit", "limit is a whole number from 1 to " + MOST);
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformedCursor();
        }
    }

    private static RuntimeException malformedCursor() {
        return Problem.of(400, "INVALID_CURSOR", "Use nextCursor of the page before, unchanged.")
                .raised();
    }
}

package com.nexnum.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code ?limit=&cursor=}; an endpoint takes it as a parameter.
 *
 * @param limit items per page, 1 to 100, 20 when not given
 * @param cursor where to go on; null for the first page
 */
public record PageQuery(int limit, @Nullable Cursor cursor) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /**
     * @throws ProblemException 400 when either is not one of ours
     */
    public static PageQuery parse(@Nullable String limit, @Nullable String cursor) {
        return new PageQuery(
                limit == null ? DEFAULT_LIMIT : limit(limit),
                cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor));
    }

    /** How many rows to read so that the next page is known to exist. */
    public int fetch() {
        return limit + 1;
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw Problem.of(400, "INVALID_PARAMETER", "limit is a number from 1 to " + MAX_LIMIT + ".")
                .with("parameter", "limit")
                .raised();
    }
}

package com.nexnum.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list: {@code {"items":[...],"nextCursor":null}}.
 *
 * @param nextCursor where the next page starts; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param found up to {@link PageQuery#fetch()} items, in order: one more than fits tells that
     *     there is a next page
     * @param cursor the sort key of an item
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, Cursor> cursor) {
        if (found.size() <= query.limit()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, query.limit());
        return new Page<>(items, cursor.apply(items.getLast()).encoded());
    }

    /** The same page with every item shown another way. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}

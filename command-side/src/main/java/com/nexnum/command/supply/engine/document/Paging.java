package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * How a long list is read: the request uses {@code {offset}}, {@code {page}} (from {@code
 * firstPage}) and {@code {limit}}.
 *
 * @param size rows on a full page
 * @param next the link to the next page, where there is one; without it a full page is followed by
 *     the same request for the next
 * @param newestFirst whether a page that holds nothing young ends the reading
 */
public record Paging(int size, int firstPage, boolean newestFirst, @Nullable Expression next) {

    public Paging {
        if (size < 1 || size > 10_000) {
            throw new IllegalArgumentException("A page has 1 to 10000 rows");
        }
    }
}

package com.nexnum.command.supply.engine.document;

/**
 * How a long list is read: the request uses {@code {offset}}, {@code {page}} (from {@code
 * firstPage}) and {@code {limit}}.
 *
 * @param size rows on a full page
 * @param newestFirst whether a page that holds nothing young ends the reading
 */
public record Paging(int size, int firstPage, boolean newestFirst) {

    public Paging {
        if (size < 1 || size > 10_000) {
            throw new IllegalArgumentException("A page has 1 to 10000 rows");
        }
    }
}

package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.asof.JournalPoint;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a node's children.
 *
 * @param asOf the point of the journal that all pages of this list show
 */
public record AccountsPage(JournalPoint asOf, List<NodeView> items, @Nullable String nextCursor) {

    public AccountsPage {
        items = List.copyOf(items);
    }

    static AccountsPage of(
            JournalPoint asOf,
            List<NodeView> found,
            PageQuery query,
            Function<NodeView, Cursor> cursor) {
        var page = Page.of(found, query, cursor);
        return new AccountsPage(asOf, page.items(), page.nextCursor());
    }
}

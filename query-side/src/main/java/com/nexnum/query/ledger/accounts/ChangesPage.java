package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.asof.JournalPoint;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a part of a node's children changed between two points of the journal. */
public record ChangesPage(
        JournalPoint from, JournalPoint to, List<ChangeView> items, @Nullable String nextCursor) {

    public ChangesPage {
        items = List.copyOf(items);
    }

    static ChangesPage of(
            JournalPoint from,
            JournalPoint to,
            List<ChangeView> found,
            PageQuery query,
            Function<ChangeView, Cursor> cursor) {
        var page = Page.of(found, query, cursor);
        return new ChangesPage(from, to, page.items(), page.nextCursor());
    }
}

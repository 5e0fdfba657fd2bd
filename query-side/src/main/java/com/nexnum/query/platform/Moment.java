package com.nexnum.query.platform;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.PageQuery;
import java.time.Instant;

/** A place in a list that is ordered by time, then id, newest first. */
public record Moment(Instant at, String id) {

    private static final Moment END_OF_TIME = new Moment(Instant.parse("9999-12-31T00:00:00Z"), "");

    /** What a page lists stands before this. */
    public static Moment before(PageQuery query) {
        var cursor = query.cursor();
        return cursor == null ? END_OF_TIME : new Moment(cursor.instant(0), cursor.text(1));
    }

    public Cursor cursor() {
        return Cursor.after(at, id);
    }
}

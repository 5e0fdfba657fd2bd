package com.nexnum.query.audittrail;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.audittrail.RecordedChanges.Wanted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sensitive changes, for auditors and administrators; the newest first. */
@RestController
class ChangesEndpoint {

    private final RecordedChanges changes;

    ChangesEndpoint(RecordedChanges changes) {
        this.changes = changes;
    }

    /**
     * @param from the first instant, ISO-8601 in UTC
     * @param to the instant after the last
     */
    @GetMapping("/api/v1/audit/changes")
    Page<RecordedChange> changes(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageQuery query) {
        return Page.of(
                changes.list(new Wanted(actor, what, subject, from, to), query),
                query,
                change -> Cursor.after(change.id()));
    }
}

package com.nexnum.query.adjustments;

import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adjustments for auditors, who decide none; the newest first. */
@RestController
class AuditedAdjustmentsEndpoint {

    private final AuditedAdjustments adjustments;

    AuditedAdjustmentsEndpoint(AuditedAdjustments adjustments) {
        this.adjustments = adjustments;
    }

    @GetMapping("/api/v1/audit/adjustments")
    Page<AuditedAdjustment> adjustments(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String customer,
            PageQuery query) {
        return Page.of(
                adjustments.list(status, customer, query),
                query,
                each -> Cursor.after(each.proposedAt(), each.id()));
    }
}

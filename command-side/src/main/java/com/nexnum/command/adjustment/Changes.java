package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import com.nexnum.platform.audit.Change;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the audit trail says of an adjustment's events. */
final class Changes {

    static Change of(AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentProposed e ->
                    Change.to(
                            "adjustment.proposed",
                            e.adjustmentId().value(),
                            Map.of(
                                    "status", "PROPOSED",
                                    "customer", e.customerId().value(),
                                    "direction", e.direction().name(),
                                    "amount", e.amount().decimal(),
                                    "currency", e.amount().currency().name(),
                                    "reason", e.reason(),
                                    "evidence", e.evidence(),
                                    "expiresAt", e.expiresAt().toString()));
            case AdjustmentApproved e ->
                    change("approved", e, Map.of("proposedBy", e.proposedBy().value()));
            case AdjustmentRejected e -> change("rejected", e, Map.of("reason", e.reason()));
            case AdjustmentWithdrawn e -> change("withdrawn", e, Map.of());
            case AdjustmentExpired e -> change("expired", e, Map.of());
            case AdjustmentRefused e -> change("refused", e, Map.of("reason", e.reason()));
        };
    }

    private static Change change(String how, AdjustmentEvent event, Map<String, Object> more) {
        var after = new HashMap<>(more);
        after.put("status", how.toUpperCase(Locale.ROOT));
        var before = event instanceof AdjustmentRefused ? "APPROVED" : "PROPOSED";
        return new Change(
                "adjustment." + how, event.adjustmentId().value(), Map.of("status", before), after);
    }

    private Changes() {}
}

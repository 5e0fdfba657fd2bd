package com.nexnum.query.projections;

import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what administrators ask of projections, before it begins: it goes on in steps of its own,
 * and may be refused there.
 */
@Component
class ProjectionTrail {

    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ProjectionTrail(AuditTrail trail, TransactionTemplate transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * @param what as in {@code reset-asked}
     */
    void record(String what, String projection, Map<String, Object> details) {
        var change = Change.to("projection." + what, projection, details);
        transaction.executeWithoutResult(_ -> trail.record(change));
    }
}

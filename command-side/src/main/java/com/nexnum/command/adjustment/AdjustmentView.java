package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as administrators see it.
 *
 * @param customer whose wallet it corrects
 * @param decidedBy who approved, rejected or withdrew it
 * @param note why it was rejected, or the code with which the wallet refused it
 * @param operationId the wallet's operation, as the ledger's entry names it
 */
record AdjustmentView(
        AdjustmentId id,
        AdjustmentStatus status,
        CustomerId customer,
        Direction direction,
        Amount amount,
        String reason,
        String evidence,
        CustomerId proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable CustomerId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant bookedAt,
        String operationId) {

    static AdjustmentView of(AdjustmentRow row) {
        var proposal = row.proposal();
        return new AdjustmentView(
                row.id(),
                row.status(),
                proposal.customer(),
                proposal.direction(),
                Amount.of(proposal.amount()),
                proposal.reason(),
                proposal.evidence(),
                proposal.by(),
                row.proposedAt(),
                row.expiresAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.note(),
                row.bookedAt(),
                row.id().operation().value());
    }
}

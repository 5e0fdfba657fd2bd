package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import com.nexnum.kernel.identity.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an adjustment's past amounts to. */
sealed interface AdjustmentState {

    record Absent() implements AdjustmentState {}

    record Open(Proposal proposal, Instant expiresAt) implements AdjustmentState {}

    record Approved(Proposal proposal, CustomerId by) implements AdjustmentState {}

    /**
     * @param by who ended it; absent when nobody did
     */
    record Ended(Proposal proposal, AdjustmentStatus how, @Nullable CustomerId by)
            implements AdjustmentState {}

    /**
     * @throws RuntimeException when the event cannot have happened after this state
     */
    static AdjustmentState evolve(AdjustmentState state, AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentProposed proposed when state instanceof Absent ->
                    new Open(
                            new Proposal(
                                    proposed.customerId(),
                                    proposed.direction(),
                                    proposed.amount(),
                                    proposed.reason(),
                                    proposed.evidence(),
                                    proposed.proposedBy()),
                            proposed.expiresAt());
            case AdjustmentApproved approved
                    when state instanceof Open open
                            && !approved.approvedBy().equals(open.proposal().by()) ->
                    new Approved(open.proposal(), approved.approvedBy());
            case AdjustmentRejected rejected when state instanceof Open open ->
                    new Ended(open.proposal(), AdjustmentStatus.REJECTED, rejected.rejectedBy());
            case AdjustmentWithdrawn withdrawn when state instanceof Open open ->
                    new Ended(open.proposal(), AdjustmentStatus.WITHDRAWN, withdrawn.withdrawnBy());
            case AdjustmentExpired _ when state instanceof Open open ->
                    new Ended(open.proposal(), AdjustmentStatus.EXPIRED, null);
            case AdjustmentRefused _ when state instanceof Approved approved ->
                    new Ended(approved.proposal(), AdjustmentStatus.REFUSED, approved.by());
            default -> throw new IllegalStateException("Corrupt stream: impossible now: " + event);
        };
    }
}

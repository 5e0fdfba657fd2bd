package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of an adjustment. Asking again for the same does nothing. */
sealed interface AdjustmentCommand {

    @TargetAggregateIdentifier
    AdjustmentId adjustmentId();

    /**
     * @param expiresAt from when nobody can decide it any more; of a repeat it does not count
     */
    record Propose(AdjustmentId adjustmentId, Proposal proposal, Instant expiresAt)
            implements AdjustmentCommand {}

    record Approve(AdjustmentId adjustmentId, CustomerId by, Instant now)
            implements AdjustmentCommand {}

    /**
     * @param reason 1 to 500 characters
     */
    record Reject(AdjustmentId adjustmentId, CustomerId by, String reason, Instant now)
            implements AdjustmentCommand {}

    record Withdraw(AdjustmentId adjustmentId, CustomerId by, Instant now)
            implements AdjustmentCommand {}

    record Expire(AdjustmentId adjustmentId, Instant now) implements AdjustmentCommand {}

    /**
     * The wallet refused what was approved.
     *
     * @param reason a stable code
     */
    record RecordRefusal(AdjustmentId adjustmentId, String reason) implements AdjustmentCommand {}
}

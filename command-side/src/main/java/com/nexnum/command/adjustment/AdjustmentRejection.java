package com.nexnum.command.adjustment;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.adjustment.AdjustmentId;
import java.time.Instant;

/** Why an adjustment said no. */
sealed interface AdjustmentRejection extends Rejection {

    record Unknown(AdjustmentId adjustmentId) implements AdjustmentRejection {}

    /** The id stands for another proposal. */
    record IdReused(AdjustmentId adjustmentId) implements AdjustmentRejection {}

    /** Nobody decides what he proposed, whatever token he comes with. */
    record OwnProposal(AdjustmentId adjustmentId) implements AdjustmentRejection {}

    /** Nobody has a hand in what happens to his own money. */
    record OwnWallet(AdjustmentId adjustmentId) implements AdjustmentRejection {}

    /** Only who proposed it may withdraw it. */
    record NotTheProposer(AdjustmentId adjustmentId) implements AdjustmentRejection {}

    /** It was decided before, another way or by somebody else, or its time is over. */
    record NotOpen(AdjustmentId adjustmentId, AdjustmentStatus status)
            implements AdjustmentRejection {}

    /** Too early to expire. */
    record NotYet(AdjustmentId adjustmentId, Instant expiresAt) implements AdjustmentRejection {}
}

package com.nexnum.kernel.adjustment;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What becomes of a proposed correction. People are told by their ids alone. */
public sealed interface AdjustmentEvent {
    AdjustmentId adjustmentId();

    /**
     * @param customerId whose wallet is to be corrected
     * @param reason why, 1 to 120 characters
     * @param evidence where the proof is: a reference, an address or a digest, 1 to 500 characters
     * @param expiresAt from when nobody can decide it any more
     */
    @Named("adjustment.proposed")
    @Revision("1")
    record AdjustmentProposed(
            AdjustmentId adjustmentId,
            CustomerId customerId,
            Direction direction,
            Money amount,
            String reason,
            String evidence,
            CustomerId proposedBy,
            Instant expiresAt)
            implements AdjustmentEvent {}

    /**
     * A second administrator agreed; it holds all that the wallet's entry will say.
     *
     * @param approvedBy never the one who proposed it
     */
    @Named("adjustment.approved")
    @Revision("1")
    record AdjustmentApproved(
            AdjustmentId adjustmentId,
            CustomerId customerId,
            Direction direction,
            Money amount,
            String reason,
            String evidence,
            CustomerId proposedBy,
            CustomerId approvedBy)
            implements AdjustmentEvent {}

    @Named("adjustment.rejected")
    @Revision("1")
    record AdjustmentRejected(AdjustmentId adjustmentId, CustomerId rejectedBy, String reason)
            implements AdjustmentEvent {}

    /** Whoever proposed it changed his mind. */
    @Named("adjustment.withdrawn")
    @Revision("1")
    record AdjustmentWithdrawn(AdjustmentId adjustmentId, CustomerId withdrawnBy)
            implements AdjustmentEvent {}

    /** Nobody decided it in time. */
    @Named("adjustment.expired")
    @Revision("1")
    record AdjustmentExpired(AdjustmentId adjustmentId) implements AdjustmentEvent {}

    /**
     * The wallet could not take what was approved: no money moved, and none will for it.
     *
     * @param reason a stable code, such as {@code INSUFFICIENT_FUNDS}
     */
    @Named("adjustment.refused")
    @Revision("1")
    record AdjustmentRefused(AdjustmentId adjustmentId, String reason) implements AdjustmentEvent {}
}

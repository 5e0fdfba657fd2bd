package com.nexnum.command.adjustment;

import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an adjustment's events amount to.
 *
 * @param decidedBy who approved, rejected or withdrew it
 * @param note why it was rejected, or the code with which the wallet refused it
 * @param bookedAt when the wallet's entry was made
 */
record AdjustmentRow(
        AdjustmentId id,
        Proposal proposal,
        AdjustmentStatus status,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable CustomerId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant bookedAt) {}

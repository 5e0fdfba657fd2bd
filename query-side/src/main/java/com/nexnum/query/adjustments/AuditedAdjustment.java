package com.nexnum.query.adjustments;

import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as auditors see it.
 *
 * @param customer whose wallet it corrects
 * @param decidedBy who approved, rejected or withdrew it
 * @param note why it was rejected, or the code with which the wallet refused it
 * @param operationId the wallet's operation, as the ledger's entry names it
 */
record AuditedAdjustment(
        String id,
        String status,
        String customer,
        Direction direction,
        Amount amount,
        String reason,
        String evidence,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant bookedAt,
        String operationId) {}

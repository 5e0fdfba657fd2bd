package com.nexnum.command.adjustment;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.kernel.adjustment.AdjustmentEvent;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentApproved;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentExpired;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentProposed;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRefused;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentRejected;
import com.nexnum.kernel.adjustment.AdjustmentEvent.AdjustmentWithdrawn;
import com.nexnum.kernel.adjustment.AdjustmentId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.wallet.WalletEvent.BalanceAdjusted;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the row and the agenda of each adjustment, in the transaction of its events. The row is
 * where the wallet's entry and a refusal of it meet: only the first of the two commits.
 */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class AdjustmentRecords {

    /** Whoever approved does it himself at once; this is for when he cannot. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private final AdjustmentTable table;
    private final Agenda agenda;

    AdjustmentRecords(AdjustmentTable table, Agenda agenda) {
        this.table = table;
        this.agenda = agenda;
    }

    @EventHandler
    void on(AdjustmentEvent event, @Timestamp Instant at) {
        var id = event.adjustmentId();
        switch (event) {
            case AdjustmentProposed proposed -> {
                table.add(proposed, at);
                agenda.put(ExpireAdjustments.KIND, id.value(), proposed.expiresAt(), "");
            }
            case AdjustmentApproved approved -> {
                decided(id, AdjustmentStatus.APPROVED, approved.approvedBy(), null, at);
                agenda.put(BookAdjustments.KIND, id.value(), at.plus(HEAD_START), "");
            }
            case AdjustmentRejected rejected ->
                    decided(
                            id,
                            AdjustmentStatus.REJECTED,
                            rejected.rejectedBy(),
                            rejected.reason(),
                            at);
            case AdjustmentWithdrawn withdrawn ->
                    decided(id, AdjustmentStatus.WITHDRAWN, withdrawn.withdrawnBy(), null, at);
            case AdjustmentExpired _ -> decided(id, AdjustmentStatus.EXPIRED, null, null, at);
            case AdjustmentRefused refused -> {
                table.refuse(id, refused.reason());
                agenda.strike(BookAdjustments.KIND, id.value());
            }
        }
    }

    /**
     * @throws IllegalStateException when two administrators did not approve just this; then nothing
     *     of it is stored
     */
    @EventHandler
    void on(BalanceAdjusted adjusted, @Timestamp Instant at) {
        var id =
                AdjustmentId.of(adjusted.operationId())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "No wallet is adjusted but by two: " + adjusted));
        table.book(id, adjusted, at);
        agenda.strike(BookAdjustments.KIND, id.value());
    }

    private void decided(
            AdjustmentId id,
            AdjustmentStatus status,
            @Nullable CustomerId by,
            @Nullable String note,
            Instant at) {
        table.decide(id, status, by, note, at);
        agenda.strike(ExpireAdjustments.KIND, id.value());
    }
}

package com.nexnum.query.ledger;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.query.balance.WalletRow;
import com.nexnum.query.platform.rows.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A journal entry in {@code ledger_entry}; nothing changes or deletes one. */
record EntryRow(
        String walletId,
        long sequence,
        long position,
        String entryId,
        String customerId,
        EntryType type,
        Direction direction,
        Currency currency,
        long amount,
        long availableAfter,
        long heldAfter,
        String operationId,
        @Nullable String holdId,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String proposedBy,
        @Nullable String approvedBy,
        Instant occurredAt) {

    static EntryRow of(WalletEvent event, JournalEntry entry, WalletRow after, Recorded recorded) {
        var context = Context.of(event);
        return new EntryRow(
                after.walletId(),
                recorded.sequence(),
                recorded.position(),
                recorded.eventId(),
                after.customerId(),
                entry.type(),
                entry.direction(),
                entry.amount().currency(),
                entry.amount().micros(),
                after.available(),
                after.held(),
                event.operationId().value(),
                context.holdId(),
                context.reason(),
                context.evidence(),
                context.proposedBy(),
                context.approvedBy(),
                recorded.at());
    }
}

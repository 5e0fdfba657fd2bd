package com.nexnum.query.ledger;

import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journal entry, as auditors see it.
 *
 * @param position where its event stands in the event store
 * @param sequence where its event stands in its wallet's history
 * @param postings signed amounts that sum to zero
 */
public record EntryView(
        String id,
        long position,
        String walletId,
        long sequence,
        EntryType type,
        Amount amount,
        Instant occurredAt,
        String operationId,
        String reference,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String proposedBy,
        @Nullable String approvedBy,
        List<PostingView> postings) {

    public EntryView {
        postings = List.copyOf(postings);
    }

    /**
     * @param amount negative for what the account gives
     */
    public record PostingView(String account, Amount amount) {}
}

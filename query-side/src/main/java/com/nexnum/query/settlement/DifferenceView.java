package com.nexnum.query.settlement;

import com.nexnum.platform.web.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment, and what each side says of it.
 *
 * @param kind {@code MATCHED}, or why it is none: {@code NOT_SETTLED}
 * @param party the gateway or the provider
 * @param reference what they call the payment; for providers the order, or a stray number's id
 * @param subject our deposit or order, where there is one
 * @param ours what our books say; null when they say nothing
 * @param theirs what the other side says; null when it says nothing
 * @param since when the first of the two was booked
 * @param ageDays whole days since then
 */
record DifferenceView(
        String kind,
        String party,
        String reference,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable Amount ours,
        @Nullable Amount theirs,
        Instant since,
        long ageDays) {}

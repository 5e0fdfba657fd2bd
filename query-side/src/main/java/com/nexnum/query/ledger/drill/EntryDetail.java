package com.nexnum.query.ledger.drill;

import com.nexnum.platform.web.Amount;
import com.nexnum.query.ledger.EntryView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry and what caused it.
 *
 * @param requestId of the web request whose command made the event; null where no request did, as
 *     in steps that follow a provider's answer
 * @param order whose money this is; null for deposits, penalties and adjustments
 * @param purchase what the order's provider took for it; null before it sold
 */
public record EntryDetail(
        EntryView entry,
        StoredEvent event,
        @Nullable String requestId,
        @Nullable Order order,
        @Nullable Purchase purchase) {

    /**
     * The event as it stands in the store.
     *
     * @param position its place in the store, and the number of the entry
     * @param storedAt as it was written
     * @param payload its very characters; sealed personal data stays sealed
     * @param metaData its very characters
     */
    public record StoredEvent(
            long position,
            String id,
            String name,
            @Nullable String revision,
            String stream,
            long sequence,
            String storedAt,
            String payload,
            String metaData) {}

    /**
     * @param requestId of the web request that the order came from
     */
    public record Order(
            String id,
            String activationId,
            String customerId,
            String status,
            String service,
            String country,
            Amount price,
            Instant placedAt,
            @Nullable String requestId) {}

    /**
     * @param upstreamId what the provider calls the number's activation
     * @param cost what it costs us, in the order's currency
     */
    public record Purchase(String provider, String upstreamId, Amount cost) {}
}

package com.nexnum.query.stream;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.query.platform.rows.Recorded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a customer is told, in {@code feed}. */
@SuppressWarnings("ImmutableMemberCollection") // Map.copyOf takes no null.
record FeedRow(
        long position,
        String customerId,
        String type,
        Map<String, ? extends @Nullable Object> data) {

    static FeedRow of(
            Recorded event,
            CustomerId customer,
            String type,
            Map<String, ? extends @Nullable Object> data) {
        return new FeedRow(event.position(), customer.value(), type, data);
    }
}

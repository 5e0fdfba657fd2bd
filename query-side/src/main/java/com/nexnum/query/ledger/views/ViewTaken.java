package com.nexnum.query.ledger.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at the ledger.
 *
 * @param callerId who looked
 * @param address from where, as the server saw it
 * @param query as it came; the values of what sounds like a secret are {@code ***}
 * @param status of the answer; null while it is on its way, and when its process died
 */
public record ViewTaken(
        long id,
        Instant seenAt,
        String callerId,
        List<String> roles,
        String address,
        String requestId,
        String method,
        String path,
        @Nullable String query,
        @Nullable Integer status,
        @Nullable Instant answeredAt) {

    public ViewTaken {
        roles = List.copyOf(roles);
    }
}

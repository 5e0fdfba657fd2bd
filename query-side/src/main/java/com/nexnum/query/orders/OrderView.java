package com.nexnum.query.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of a purchase.
 *
 * @param numberId the number that it bought or tried to buy
 * @param attempts which providers were asked, in order
 * @param failureReason a stable code, there when the status is FAILED
 * @param refund there when the status is REFUNDED
 */
public record OrderView(
        String id,
        String numberId,
        OrderStatus status,
        String service,
        String country,
        Amount price,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<AttemptView> attempts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failureReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RefundView refund) {

    public OrderView {
        attempts = List.copyOf(attempts);
    }

    OrderView with(List<AttemptView> asked) {
        return new OrderView(
                id,
                numberId,
                status,
                service,
                country,
                price,
                createdAt,
                endedAt,
                asked,
                failureReason,
                refund);
    }

    /**
     * @param attempt from 1
     * @param reason a stable code where the provider refused or nothing is known
     */
    public record AttemptView(
            int attempt,
            String provider,
            AttemptOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
            @Nullable Instant askedAt) {}

    public record RefundView(Amount amount, String reason) {}
}

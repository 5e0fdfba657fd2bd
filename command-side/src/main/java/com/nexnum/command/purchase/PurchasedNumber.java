package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number as its buyer sees it right after the purchase; the same shape as a number read later.
 */
record PurchasedNumber(
        String id,
        String status,
        @Nullable String phoneNumber,
        String service,
        String country,
        @Nullable Amount price,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant cancellableAt,
        List<String> sms) {

    static PurchasedNumber active(
            NumberAssigned number, @Nullable String phone, PurchaseWish wish, Instant now) {
        return new PurchasedNumber(
                number.activationId().value(),
                "ACTIVE",
                phone,
                wish.service().code().value(),
                wish.country().code().value(),
                Amount.of(number.price()),
                now,
                number.expiresAt(),
                number.cancellableAt(),
                List.of());
    }

    static PurchasedNumber requested(ActivationId id, PurchaseWish wish, Instant now) {
        return new PurchasedNumber(
                id.value(),
                "REQUESTED",
                null,
                wish.service().code().value(),
                wish.country().code().value(),
                null,
                now,
                null,
                null,
                List.of());
    }
}

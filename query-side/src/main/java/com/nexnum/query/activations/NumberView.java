package com.nexnum.query.activations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.nexnum.platform.web.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number, or the wish for one, as its customer sees it.
 *
 * @param cancelling whether the provider is being asked to take it back
 * @param phoneNumber in E.164; null before it is known and once personal data is erased
 * @param price what was charged; null before the number is known
 * @param cancellableAt before this a cancellation is refused
 * @param sms in the order of arrival
 * @param nextSms what became of the wish for one more SMS; there until it is fulfilled or the
 *     number ends
 * @param failureReason a stable code, there when the status is FAILED
 */
public record NumberView(
        String id,
        ActivationStatus status,
        boolean cancelling,
        @Nullable String phoneNumber,
        String service,
        String country,
        @Nullable Amount price,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant cancellableAt,
        List<SmsView> sms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NextSms nextSms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failureReason) {

    /** REFUSED: the provider sends no more; asking again asks it anew. */
    public enum NextSms {
        REQUESTED,
        REFUSED
    }

    public NumberView {
        sms = List.copyOf(sms);
    }

    /**
     * @param code the code found in the text; null when none was, or once erased
     * @param text the whole message; null once erased
     */
    public record SmsView(@Nullable String code, @Nullable String text, Instant receivedAt) {}
}

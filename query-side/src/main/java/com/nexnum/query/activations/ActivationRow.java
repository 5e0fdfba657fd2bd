package com.nexnum.query.activations;

import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.money.Currency;
import com.nexnum.query.activations.NumberView.NextSms;
import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One activation, ended or not; the price in millionths. */
public record ActivationRow(
        String activationId,
        String customerId,
        ActivationStatus status,
        boolean cancelling,
        String service,
        String country,
        @Nullable String provider,
        @Nullable String phoneNumber,
        @Nullable Currency currency,
        @Nullable Long price,
        List<Message> sms,
        @Nullable NextSms nextSms,
        @Nullable String failureReason,
        Instant createdAt,
        @Nullable Instant cancellableAt,
        @Nullable Instant expiresAt,
        @Nullable Instant endedAt,
        long sequence) {

    public ActivationRow {
        sms = List.copyOf(sms);
    }

    /** One SMS; its texts are null once erased. */
    public record Message(@Nullable String code, @Nullable String text, String receivedAt) {}

    static ActivationRow requested(ActivationRequested event, Instant at, long sequence) {
        return new ActivationRow(
                event.activationId().value(),
                event.customerId().value(),
                ActivationStatus.REQUESTED,
                false,
                event.service().value(),
                event.country().value(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                at,
                null,
                null,
                null,
                sequence);
    }

    ActivationRow assigned(NumberAssigned event, @Nullable String number, long last) {
        return new ActivationRow(
                activationId,
                customerId,
                ActivationStatus.ACTIVE,
                cancelling,
                service,
                country,
                event.provider().value(),
                number,
                event.price().currency(),
                event.price().micros(),
                sms,
                nextSms,
                failureReason,
                createdAt,
                SqlInstant.exact(event.cancellableAt()),
                SqlInstant.exact(event.expiresAt()),
                endedAt,
                last);
    }

    ActivationRow received(Message message, long last) {
        var all = new ArrayList<>(sms);
        all.add(message);
        return with(ActivationStatus.RECEIVED, cancelling, phoneNumber, all, null, last);
    }

    ActivationRow cancelling(boolean now, long last) {
        return with(status, now, phoneNumber, sms, nextSms, last);
    }

    ActivationRow wants(NextSms next, long last) {
        return with(status, cancelling, phoneNumber, sms, next, last);
    }

    /** What nobody may see any more is emptied. */
    public ActivationRow forgotten() {
        return with(status, cancelling, null, List.of(), nextSms, sequence);
    }

    ActivationRow ended(ActivationStatus how, @Nullable String reason, Instant at, long last) {
        return new ActivationRow(
                activationId,
                customerId,
                how,
                false,
                service,
                country,
                provider,
                phoneNumber,
                currency,
                price,
                sms,
                null,
                reason,
                createdAt,
                cancellableAt,
                expiresAt,
                at,
                last);
    }

    private ActivationRow with(
            ActivationStatus now,
            boolean asked,
            @Nullable String number,
            List<Message> messages,
            @Nullable NextSms next,
            long last) {
        return new ActivationRow(
                activationId,
                customerId,
                now,
                asked,
                service,
                country,
                provider,
                number,
                currency,
                price,
                messages,
                next,
                failureReason,
                createdAt,
                cancellableAt,
                expiresAt,
                endedAt,
                last);
    }
}

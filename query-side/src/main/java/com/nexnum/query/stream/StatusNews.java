package com.nexnum.query.stream;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRefused;
import com.nexnum.kernel.activation.ActivationEvent.CancellationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRefused;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.query.platform.ReadableTexts;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What customers are told of their numbers. */
final class StatusNews {

    private final Feed feed;
    private final ReadableTexts texts;

    StatusNews(Feed feed, ReadableTexts texts) {
        this.feed = feed;
        this.texts = texts;
    }

    void tell(ActivationEvent event, String eventId) {
        switch (event) {
            case ActivationRequested e -> status(e, eventId, "REQUESTED", null, null);
            case NumberAssigned e -> assigned(e, eventId);
            case SmsReceived e -> sms(e, eventId);
            case NextSmsRequested e -> status(e, eventId, "RECEIVED", "nextSms", "REQUESTED");
            case NextSmsRefused e -> status(e, eventId, "RECEIVED", "nextSms", "REFUSED");
            case CancellationRequested e -> status(e, eventId, "ACTIVE", "cancelling", true);
            case CancellationRefused e -> goesOn(e, eventId);
            case ActivationCompleted e -> status(e, eventId, "COMPLETED", null, null);
            case ActivationCancelled e -> status(e, eventId, "CANCELLED", null, null);
            case ActivationExpired e -> status(e, eventId, "EXPIRED", null, null);
            case ActivationFailed e -> status(e, eventId, "FAILED", "failureReason", e.reason());
        }
    }

    private void assigned(NumberAssigned event, String eventId) {
        var number = texts.read(event.customerId(), event.activationId().value(), event.number());
        status(event, eventId, "ACTIVE", "phoneNumber", number);
    }

    /** An SMS may have come while the provider was asked; then the number stays RECEIVED. */
    private void goesOn(CancellationRefused event, String eventId) {
        var received = feed.toldOfSms(event.customerId(), event.activationId().value());
        status(event, eventId, received ? "RECEIVED" : "ACTIVE", "cancelling", false);
    }

    private void sms(SmsReceived event, String eventId) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("numberId", event.activationId().value());
        data.put(
                "code", texts.read(event.customerId(), event.activationId().value(), event.code()));
        data.put(
                "text", texts.read(event.customerId(), event.activationId().value(), event.text()));
        data.put("receivedAt", event.receivedAt().toString());
        data.put("status", "RECEIVED");
        feed.add(eventId, event.customerId(), "sms", data);
    }

    private void status(
            ActivationEvent event,
            String eventId,
            String status,
            @Nullable String more,
            @Nullable Object value) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("numberId", event.activationId().value());
        data.put("status", status);
        if (more != null) {
            data.put(more, value);
        }
        feed.add(eventId, event.customerId(), "status", data);
    }
}

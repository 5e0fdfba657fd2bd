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
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What customers are told of their numbers. */
final class StatusNews {

    static void tell(ActivationEvent event, Recorded recorded, Rows rows) {
        switch (event) {
            case ActivationRequested e -> status(e, recorded, rows, "REQUESTED", null, null);
            case NumberAssigned e -> assigned(e, recorded, rows);
            case SmsReceived e -> sms(e, recorded, rows);
            case NextSmsRequested e ->
                    status(e, recorded, rows, "RECEIVED", "nextSms", "REQUESTED");
            case NextSmsRefused e -> status(e, recorded, rows, "RECEIVED", "nextSms", "REFUSED");
            case CancellationRequested e -> status(e, recorded, rows, "ACTIVE", "cancelling", true);
            case CancellationRefused e -> goesOn(e, recorded, rows);
            case ActivationCompleted e -> status(e, recorded, rows, "COMPLETED", null, null);
            case ActivationCancelled e -> status(e, recorded, rows, "CANCELLED", null, null);
            case ActivationExpired e -> status(e, recorded, rows, "EXPIRED", null, null);
            case ActivationFailed e ->
                    status(e, recorded, rows, "FAILED", "failureReason", e.reason());
        }
    }

    private static void assigned(NumberAssigned event, Recorded recorded, Rows rows) {
        var number = open(event, event.number(), rows);
        status(event, recorded, rows, "ACTIVE", "phoneNumber", number);
    }

    /** An SMS may have come while the provider was asked; then the number stays RECEIVED. */
    private static void goesOn(CancellationRefused event, Recorded recorded, Rows rows) {
        var received = rows.find(FeedModel.TOLD_OF_SMS, event.activationId().value()) != null;
        var status = received ? "RECEIVED" : "ACTIVE";
        status(event, recorded, rows, status, "cancelling", false);
    }

    private static void sms(SmsReceived event, Recorded recorded, Rows rows) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("numberId", event.activationId().value());
        data.put("code", open(event, event.code(), rows));
        data.put("text", open(event, event.text(), rows));
        data.put("receivedAt", event.receivedAt().toString());
        data.put("status", "RECEIVED");
        rows.append(FeedModel.FEED, FeedRow.of(recorded, event.customerId(), "sms", data));
        rows.put(FeedModel.TOLD_OF_SMS, new FeedNumberRow(event.activationId().value()));
    }

    private static void status(
            ActivationEvent event,
            Recorded recorded,
            Rows rows,
            String status,
            @Nullable String more,
            @Nullable Object value) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("numberId", event.activationId().value());
        data.put("status", status);
        if (more != null) {
            data.put(more, value);
        }
        rows.append(FeedModel.FEED, FeedRow.of(recorded, event.customerId(), "status", data));
    }

    private static @Nullable String open(
            ActivationEvent event, @Nullable SealedText sealed, Rows rows) {
        return rows.open(event.customerId(), event.activationId().value(), sealed);
    }

    private StatusNews() {}
}

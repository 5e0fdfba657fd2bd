package com.nexnum.query.activations;

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
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.activations.ActivationRow.Message;
import com.nexnum.query.activations.NumberView.NextSms;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.ReadModel.Foreseen;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One row for each activation in a table that is like {@code activations}. The sequence guard makes
 * a redelivered event harmless, and makes a missing one an error.
 */
public final class ActivationFold {

    private static final String EMPTIED =
            """
            phone_number = null,
            sms = (select coalesce(jsonb_agg(m || '{"code": null, "text": null}' order by n), '[]')
                     from jsonb_array_elements(sms) with ordinality as one (m, n))
            """;

    private final Table<ActivationRow> table;
    private final UnaryOperator<ActivationRow> kept;

    /**
     * @param kept what is kept of a row
     */
    public ActivationFold(String table, UnaryOperator<ActivationRow> kept) {
        this.table = Table.keyed(table, ActivationRow.class, "activation_id");
        this.kept = kept;
    }

    public Table<ActivationRow> table() {
        return table;
    }

    /**
     * Takes an {@link ActivationEvent} or {@link PersonalDataErased}.
     *
     * @throws IllegalStateException when an event before this one never came
     */
    public void apply(Recorded recorded, Rows rows) {
        switch (recorded.payload()) {
            case ActivationEvent event -> apply(event, recorded, rows);
            case PersonalDataErased erased -> rows.erase(table, erased.customerId(), EMPTIED);
            default -> throw new IllegalArgumentException("No event of " + table);
        }
    }

    /** The row that {@link #apply} will look for. */
    public void foresee(Recorded recorded, Foreseen rows) {
        if (recorded.payload() instanceof ActivationEvent event) {
            rows.row(table, event.activationId().value());
        }
    }

    private void apply(ActivationEvent event, Recorded recorded, Rows rows) {
        var before = rows.find(table, event.activationId().value());
        var last = before == null ? Freshness.NOTHING : before.sequence();
        if (last >= recorded.sequence()) {
            return;
        }
        if (event instanceof ActivationRequested requested) {
            rows.put(table, ActivationRow.requested(requested, recorded.at(), recorded.sequence()));
        } else if (before != null && last == recorded.sequence() - 1) {
            rows.put(table, kept.apply(after(before, event, recorded, rows)));
        } else {
            throw new IllegalStateException(
                    "%s: %s is at event %d and cannot take event %d"
                            .formatted(table, event.activationId(), last, recorded.sequence()));
        }
    }

    private static ActivationRow after(
            ActivationRow before, ActivationEvent event, Recorded recorded, Rows rows) {
        var n = recorded.sequence();
        var at = recorded.at();
        return switch (event) {
            case ActivationRequested _ -> before;
            case NumberAssigned e -> before.assigned(e, open(e, e.number(), rows), n);
            case SmsReceived e -> before.received(message(e, rows), n);
            case NextSmsRequested _ -> before.wants(NextSms.REQUESTED, n);
            case NextSmsRefused _ -> before.wants(NextSms.REFUSED, n);
            case CancellationRequested _ -> before.cancelling(true, n);
            case CancellationRefused _ -> before.cancelling(false, n);
            case ActivationCompleted _ -> before.ended(ActivationStatus.COMPLETED, null, at, n);
            case ActivationCancelled _ -> before.ended(ActivationStatus.CANCELLED, null, at, n);
            case ActivationExpired _ -> before.ended(ActivationStatus.EXPIRED, null, at, n);
            case ActivationFailed e -> before.ended(ActivationStatus.FAILED, e.reason(), at, n);
        };
    }

    private static Message message(SmsReceived event, Rows rows) {
        return new Message(
                open(event, event.code(), rows),
                open(event, event.text(), rows),
                event.receivedAt().toString());
    }

    private static @Nullable String open(
            ActivationEvent event, @Nullable SealedText sealed, Rows rows) {
        return rows.open(event.customerId(), event.activationId().value(), sealed);
    }
}

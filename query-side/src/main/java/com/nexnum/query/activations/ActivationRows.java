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
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.query.platform.ReadableTexts;
import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One row for each activation in a table that is like {@code activations}. The sequence guard makes
 * a redelivered event harmless, and makes a missing one an error.
 */
public final class ActivationRows {

    private final JdbcClient sql;
    private final ReadableTexts texts;
    private final String table;
    private final Numbers seen;

    public ActivationRows(JdbcClient sql, ReadableTexts texts, String table) {
        this.sql = sql;
        this.texts = texts;
        this.table = table;
        this.seen = new Numbers(sql, table);
    }

    /**
     * @throws IllegalStateException when an event before this one never came
     */
    public void apply(ActivationEvent event, long sequence, Instant at) {
        switch (event) {
            case ActivationRequested e -> insert(e, sequence, at);
            case NumberAssigned e -> assign(e, sequence);
            case SmsReceived e -> receive(e, sequence);
            case NextSmsRequested e -> update(e, sequence, "next_sms = 'REQUESTED',", Map.of());
            case NextSmsRefused e -> update(e, sequence, "next_sms = 'REFUSED',", Map.of());
            case CancellationRequested e -> update(e, sequence, "cancelling = true,", Map.of());
            case CancellationRefused e -> update(e, sequence, "cancelling = false,", Map.of());
            case ActivationCompleted e -> end(e, sequence, at, ActivationStatus.COMPLETED, null);
            case ActivationCancelled e -> end(e, sequence, at, ActivationStatus.CANCELLED, null);
            case ActivationExpired e -> end(e, sequence, at, ActivationStatus.EXPIRED, null);
            case ActivationFailed e -> end(e, sequence, at, ActivationStatus.FAILED, e.reason());
        }
    }

    /** Empties what is readable of a customer's numbers and messages. */
    public void erase(CustomerId customer) {
        texts.beginErasure(customer);
        sql.sql(
                        "update "
                                + table
                                + """
                                   set phone_number = null,
                                       sms = (select coalesce(jsonb_agg(m || '{"code": null, "text": null}' order by n), '[]')
                                                from jsonb_array_elements(sms) with ordinality as one (m, n))
                                 where customer_id = :customer
                                """)
                .param("customer", customer.value())
                .update();
    }

    private void insert(ActivationRequested event, long sequence, Instant at) {
        sql.sql(
                        "insert into "
                                + table
                                + """
                                 (activation_id, customer_id, status, service, country, created_at, sequence)
                                values (:id, :customer, 'REQUESTED', :service, :country, :at, :sequence)
                                on conflict do nothing
                                """)
                .param("id", event.activationId().value())
                .param("customer", event.customerId().value())
                .param("service", event.service().value())
                .param("country", event.country().value())
                .param("at", SqlInstant.of(at))
                .param("sequence", sequence)
                .update();
    }

    private void assign(NumberAssigned event, long sequence) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put(
                "number",
                texts.read(event.customerId(), event.activationId().value(), event.number()));
        columns.put("provider", event.provider().value());
        columns.put("currency", event.price().currency().name());
        columns.put("price", event.price().micros());
        columns.put("cancellableAt", SqlInstant.of(event.cancellableAt()));
        columns.put("expiresAt", SqlInstant.of(event.expiresAt()));
        update(
                event,
                sequence,
                """
                status = 'ACTIVE', phone_number = :number, provider = :provider, currency = :currency, price = :price,
                cancellable_at = :cancellableAt, expires_at = :expiresAt,
                """,
                columns);
    }

    private void receive(SmsReceived event, long sequence) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put(
                "code", texts.read(event.customerId(), event.activationId().value(), event.code()));
        columns.put(
                "text", texts.read(event.customerId(), event.activationId().value(), event.text()));
        columns.put("receivedAt", event.receivedAt().toString());
        update(
                event,
                sequence,
                """
                status = 'RECEIVED', next_sms = null,
                sms = sms || jsonb_build_object('code', :code::text, 'text', :text::text, 'receivedAt', :receivedAt),
                """,
                columns);
    }

    private void end(
            ActivationEvent event,
            long sequence,
            Instant at,
            ActivationStatus status,
            @Nullable String reason) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("status", status.name());
        columns.put("reason", reason);
        columns.put("at", SqlInstant.of(at));
        update(
                event,
                sequence,
                "status = :status, failure_reason = :reason, ended_at = :at, cancelling = false, next_sms = null,",
                columns);
    }

    private void update(
            ActivationEvent event,
            long sequence,
            String assignments,
            Map<String, ? extends @Nullable Object> columns) {
        var rows =
                sql.sql(
                                "update "
                                        + table
                                        + " set "
                                        + assignments
                                        + " sequence = :sequence where activation_id = :id and sequence = :sequence - 1")
                        .params(columns)
                        .param("sequence", sequence)
                        .param("id", event.activationId().value())
                        .update();
        if (rows == 0) {
            requireSeenBefore(event.activationId(), sequence);
        }
    }

    private void requireSeenBefore(ActivationId id, long sequence) {
        var last = seen.sequence(id);
        if (last < sequence) {
            throw new IllegalStateException(
                    "%s: %s is at event %d and cannot take event %d"
                            .formatted(table, id, last, sequence));
        }
    }
}

package com.nexnum.query.activations;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.web.Amount;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.activations.NumberView.NextSms;
import com.nexnum.query.activations.NumberView.SmsView;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.Moment;
import com.nexnum.query.platform.SqlInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads numbers, newest first, from a table that is like {@code activations}. */
public final class Numbers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<SmsView>> MESSAGES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final String table;

    public Numbers(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** Empty when there is none, or when it is somebody else's. */
    public Optional<NumberView> find(CustomerId customer, ActivationId id) {
        return sql.sql(
                        "select * from "
                                + table
                                + " where activation_id = :id and customer_id = :customer")
                .param("id", id.value())
                .param("customer", customer.value())
                .query((row, i) -> view(row))
                .optional();
    }

    /** The sequence of the last event seen, or {@link Freshness#NOTHING}. */
    public long sequence(ActivationId id) {
        return sql.sql("select sequence from " + table + " where activation_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .orElse(Freshness.NOTHING);
    }

    /** Those that have not ended. */
    public Page<NumberView> live(CustomerId customer, PageQuery query) {
        return list(customer, query, "ended_at is null", null);
    }

    /**
     * @param status null for any
     */
    public Page<NumberView> all(
            CustomerId customer, @Nullable ActivationStatus status, PageQuery query) {
        return status == null
                ? list(customer, query, "true", null)
                : list(customer, query, "status = :status", status);
    }

    private Page<NumberView> list(
            CustomerId customer,
            PageQuery query,
            String condition,
            @Nullable ActivationStatus status) {
        var before = Moment.before(query);
        var rows =
                sql.sql(
                                "select * from "
                                        + table
                                        + " where customer_id = :customer and (created_at, activation_id) < (:at, :id) and "
                                        + condition
                                        + " order by created_at desc, activation_id desc limit :rows")
                        .param("customer", customer.value())
                        .param("at", SqlInstant.of(before.at()))
                        .param("id", before.id())
                        .param("status", status == null ? null : status.name())
                        .param("rows", query.fetch())
                        .query((row, i) -> view(row))
                        .list();
        return Page.of(rows, query, number -> new Moment(number.createdAt(), number.id()).cursor());
    }

    private static NumberView view(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new NumberView(
                row.getString("activation_id"),
                ActivationStatus.valueOf(row.getString("status")),
                row.getBoolean("cancelling"),
                row.getString("phone_number"),
                row.getString("service"),
                row.getString("country"),
                currency == null ? null : new Amount(Money.decimal(row.getLong("price")), currency),
                SqlInstant.from(row, "created_at"),
                SqlInstant.maybeFrom(row, "expires_at"),
                SqlInstant.maybeFrom(row, "cancellable_at"),
                JSON.readValue(row.getString("sms"), MESSAGES),
                row.getString("next_sms") == null
                        ? null
                        : NextSms.valueOf(row.getString("next_sms")),
                row.getString("failure_reason"));
    }
}

package com.nexnum.platform.privacy;

import com.nexnum.kernel.identity.CustomerId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The wrapped keys, one row per customer; a row without a key is the tombstone of an erased one.
 */
@Component
class CustomerKeyTable {

    /**
     * @param wrapped absent once erased
     */
    @SuppressWarnings("ArrayRecordComponent") // Rows are never compared.
    record Row(CustomerId customer, byte @Nullable [] wrapped) {}

    private final JdbcClient sql;
    private final Clock clock;

    CustomerKeyTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Row> find(CustomerId customer) {
        return sql.sql("select wrapped_keyset from privacy_key where customer_id = ?")
                .param(customer.value())
                .query((row, _) -> new Row(customer, row.getBytes(1)))
                .optional();
    }

    /** Does nothing when another thread or process was first, or when the customer was erased. */
    void insert(CustomerId customer, byte[] wrapped) {
        sql.sql(
                        """
                        insert into privacy_key (customer_id, wrapped_keyset, created_at)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(customer.value(), wrapped, now())
                .update();
    }

    void entomb(CustomerId customer) {
        sql.sql(
                        """
                        insert into privacy_key (customer_id, created_at, erased_at)
                        values (:customer, :now, :now)
                        on conflict (customer_id) do update
                        set wrapped_keyset = null,
                            erased_at = coalesce(privacy_key.erased_at, excluded.erased_at)
                        """)
                .param("customer", customer.value())
                .param("now", now())
                .update();
    }

    Optional<Row> newest() {
        return sql.sql(
                        """
                        select customer_id, wrapped_keyset from privacy_key
                        where wrapped_keyset is not null order by created_at desc limit 1
                        """)
                .query((row, _) -> new Row(new CustomerId(row.getString(1)), row.getBytes(2)))
                .optional();
    }

    /** The living keys after a customer, in the order of their ids. */
    List<Row> after(String customer, int limit) {
        return sql.sql(
                        """
                        select customer_id, wrapped_keyset from privacy_key
                        where wrapped_keyset is not null and customer_id > ?
                        order by customer_id limit ?
                        """)
                .params(customer, limit)
                .query((row, _) -> new Row(new CustomerId(row.getString(1)), row.getBytes(2)))
                .list();
    }

    /** Leaves a row alone that was erased or rewrapped meanwhile. */
    int replace(CustomerId customer, byte[] before, byte[] now) {
        return sql.sql(
                        """
                        update privacy_key set wrapped_keyset = ?
                        where customer_id = ? and wrapped_keyset = ?
                        """)
                .params(now, customer.value(), before)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

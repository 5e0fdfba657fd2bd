package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an erasure and what needs the customer's key apart: whoever begins something stands within
 * the fence until its transaction ends, and an erasure waits until nobody does.
 */
@Component
public class ErasureFence {

    private static final String KEY = "hashtextextended(:customer, 1101)";

    private final JdbcClient sql;

    public ErasureFence(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Until the end of the transaction that is running; waits for an erasure that is under way.
     *
     * @return false when the customer was erased before
     */
    public boolean enter(CustomerId customer) {
        lock("pg_advisory_xact_lock_shared", customer);
        return sql.sql("select password_hash = '' from app_user where id = :customer")
                .param("customer", customer.value())
                .query(Boolean.class)
                .optional()
                .map(erased -> !erased)
                .orElse(true);
    }

    /** Until the end of the transaction that is running; waits for all who are within. */
    void close(CustomerId customer) {
        lock("pg_advisory_xact_lock", customer);
    }

    private void lock(String how, CustomerId customer) {
        sql.sql("select " + how + "(" + KEY + ")")
                .param("customer", customer.value())
                .query((row, _) -> how)
                .single();
    }
}

package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes orders and their attempts. */
final class OrderRows {

    private final JdbcClient sql;

    OrderRows(JdbcClient sql) {
        this.sql = sql;
    }

    void place(OrderPlaced placed, long sequence, Instant at) {
        sql.sql(
                        """
                        insert into orders (order_id, customer_id, activation_id, status, service, country,
                                            currency, price, placed_at, sequence)
                        values (:order, :customer, :activation, 'PLACED', :service, :country,
                                :currency, :price, :at, :sequence)
                        on conflict do nothing
                        """)
                .param("order", placed.orderId().value())
                .param("customer", placed.customerId().value())
                .param("activation", placed.orderId().activation().value())
                .param("service", placed.service().value())
                .param("country", placed.country().value())
                .param("currency", placed.price().currency().name())
                .param("price", placed.price().micros())
                .param("at", SqlInstant.of(at))
                .param("sequence", sequence)
                .update();
    }

    /**
     * Claims an event for the order's row.
     *
     * @return false when it was recorded before
     * @throws IllegalStateException when an event before this one never came
     */
    boolean advance(OrderId order, long sequence) {
        var rows =
                sql.sql(
                                """
                                update orders set sequence = :sequence
                                 where order_id = :order and sequence = :sequence - 1
                                """)
                        .param("sequence", sequence)
                        .param("order", order.value())
                        .update();
        if (rows == 0 && sequence(order) < sequence) {
            throw new IllegalStateException(
                    "orders: %s is at event %d and cannot take event %d"
                            .formatted(order, sequence(order), sequence));
        }
        return rows == 1;
    }

    long sequence(OrderId order) {
        return sql.sql("select sequence from orders where order_id = :order")
                .param("order", order.value())
                .query(Long.class)
                .optional()
                .orElse(Freshness.NOTHING);
    }

    void ask(SupplyAttempted attempted, Instant at) {
        sql.sql(
                        """
                        insert into orders_attempt (order_id, attempt, provider, outcome, asked_at)
                        values (:order, :attempt, :provider, 'ASKED', :at)
                        """)
                .param("order", attempted.orderId().value())
                .param("attempt", attempted.attempt())
                .param("provider", attempted.provider().value())
                .param("at", SqlInstant.of(at))
                .update();
    }

    void answer(OrderId order, int attempt, AttemptOutcome outcome, @Nullable String reason) {
        sql.sql(
                        """
                        update orders_attempt set outcome = :outcome, reason = :reason
                         where order_id = :order and attempt = :attempt
                        """)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("order", order.value())
                .param("attempt", attempt)
                .update();
    }

    void fulfil(OrderFulfilled fulfilled, Instant at) {
        sql.sql(
                        """
                        update orders set status = 'FULFILLED', currency = :currency, price = :price, ended_at = :at
                         where order_id = :order
                        """)
                .param("currency", fulfilled.price().currency().name())
                .param("price", fulfilled.price().micros())
                .param("at", SqlInstant.of(at))
                .param("order", fulfilled.orderId().value())
                .update();
    }

    void fail(OrderFailed failed, Instant at) {
        sql.sql(
                        """
                        update orders set status = 'FAILED', failure_reason = :reason, ended_at = :at
                         where order_id = :order
                        """)
                .param("reason", failed.reason())
                .param("at", SqlInstant.of(at))
                .param("order", failed.orderId().value())
                .update();
    }

    void refund(OrderRefunded refunded, Instant at) {
        sql.sql(
                        """
                        update orders set status = 'REFUNDED', refunded = :amount, refund_reason = :reason, ended_at = :at
                         where order_id = :order
                        """)
                .param("amount", refunded.amount().micros())
                .param("reason", refunded.reason())
                .param("at", SqlInstant.of(at))
                .param("order", refunded.orderId().value())
                .update();
    }
}

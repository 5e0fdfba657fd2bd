package com.nexnum.query.orders;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in {@code orders}; amounts in millionths. */
record OrderRow(
        String orderId,
        String customerId,
        String activationId,
        OrderStatus status,
        String service,
        String country,
        Currency currency,
        long price,
        @Nullable String failureReason,
        @Nullable Long refunded,
        @Nullable String refundReason,
        Instant placedAt,
        @Nullable Instant endedAt,
        long sequence) {

    static OrderRow placed(OrderPlaced placed, long sequence, Instant at) {
        return new OrderRow(
                placed.orderId().value(),
                placed.customerId().value(),
                placed.orderId().activation().value(),
                OrderStatus.PLACED,
                placed.service().value(),
                placed.country().value(),
                placed.price().currency(),
                placed.price().micros(),
                null,
                null,
                null,
                at,
                null,
                sequence);
    }

    OrderRow seen(long last) {
        return with(status, new Money(currency, price), endedAt, last);
    }

    OrderRow fulfilled(OrderFulfilled fulfilled, Instant at, long last) {
        return with(OrderStatus.FULFILLED, fulfilled.price(), at, last);
    }

    OrderRow failed(OrderFailed failed, Instant at, long last) {
        return new OrderRow(
                orderId,
                customerId,
                activationId,
                OrderStatus.FAILED,
                service,
                country,
                currency,
                price,
                failed.reason(),
                refunded,
                refundReason,
                placedAt,
                at,
                last);
    }

    OrderRow refunded(OrderRefunded given, Instant at, long last) {
        return new OrderRow(
                orderId,
                customerId,
                activationId,
                OrderStatus.REFUNDED,
                service,
                country,
                currency,
                price,
                failureReason,
                given.amount().micros(),
                given.reason(),
                placedAt,
                at,
                last);
    }

    private OrderRow with(OrderStatus now, Money charged, @Nullable Instant ended, long last) {
        return new OrderRow(
                orderId,
                customerId,
                activationId,
                now,
                service,
                country,
                charged.currency(),
                charged.micros(),
                failureReason,
                refunded,
                refundReason,
                placedAt,
                ended,
                last);
    }
}

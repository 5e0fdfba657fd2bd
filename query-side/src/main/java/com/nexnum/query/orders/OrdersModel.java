package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One row for each order and one for each provider that was asked. Keeps no personal data: the
 * number stands with the activation.
 */
@Component
class OrdersModel implements ReadModel {

    private static final Table<OrderRow> ORDERS = Table.keyed("orders", OrderRow.class, "order_id");
    private static final Table<AttemptRow> ATTEMPTS =
            Table.keyed("orders_attempt", AttemptRow.class, "order_id", "attempt");

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ORDERS, ATTEMPTS);
    }

    @Override
    public List<Class<?>> events() {
        return List.of(PurchaseEvent.class);
    }

    @Override
    public void fold(Recorded recorded, Rows rows) {
        var event = (PurchaseEvent) recorded.payload();
        var before = rows.find(ORDERS, event.orderId().value());
        var last = before == null ? Freshness.NOTHING : before.sequence();
        var sequence = recorded.sequence();
        if (last >= sequence) {
            return;
        }
        if (event instanceof OrderPlaced placed) {
            rows.put(ORDERS, OrderRow.placed(placed, sequence, recorded.at()));
        } else if (event instanceof OrderFailed && sequence == 0) {
            // Never placed: there is no receipt, and nothing follows.
            return;
        } else if (before != null && last == sequence - 1) {
            rows.put(ORDERS, after(before, event, recorded, rows));
        } else {
            throw new IllegalStateException(
                    "orders: %s is at event %d and cannot take event %d"
                            .formatted(event.orderId(), last, sequence));
        }
    }

    @Override
    public void foresee(Recorded recorded, Foreseen rows) {
        var event = (PurchaseEvent) recorded.payload();
        rows.row(ORDERS, event.orderId().value());
        switch (event) {
            case OrderPlaced _, SupplyAttempted _, OrderFailed _, OrderRefunded _ -> {}
            case SupplyRefused e -> rows.row(ATTEMPTS, key(e.orderId(), e.attempt()));
            case SupplyOutcomeUnknown e -> rows.row(ATTEMPTS, key(e.orderId(), e.attempt()));
            case OrderFulfilled e -> rows.row(ATTEMPTS, key(e.orderId(), e.attempt()));
        }
    }

    private static OrderRow after(
            OrderRow before, PurchaseEvent event, Recorded recorded, Rows rows) {
        var sequence = recorded.sequence();
        return switch (event) {
            case OrderPlaced _ -> before;
            case SupplyAttempted e -> {
                rows.put(ATTEMPTS, AttemptRow.asked(e, recorded.at()));
                yield before.seen(sequence);
            }
            case SupplyRefused e -> {
                answer(e.orderId(), e.attempt(), AttemptOutcome.REFUSED, e.reason(), rows);
                yield before.seen(sequence);
            }
            case SupplyOutcomeUnknown e -> {
                answer(e.orderId(), e.attempt(), AttemptOutcome.UNKNOWN, e.reason(), rows);
                yield before.seen(sequence);
            }
            case OrderFulfilled e -> {
                answer(e.orderId(), e.attempt(), AttemptOutcome.FULFILLED, null, rows);
                yield before.fulfilled(e, recorded.at(), sequence);
            }
            case OrderFailed e -> before.failed(e, recorded.at(), sequence);
            case OrderRefunded e -> before.refunded(e, recorded.at(), sequence);
        };
    }

    private static void answer(
            OrderId order,
            int attempt,
            AttemptOutcome outcome,
            @Nullable String reason,
            Rows rows) {
        var asked = rows.find(ATTEMPTS, key(order, attempt));
        if (asked != null) {
            rows.put(ATTEMPTS, asked.answered(outcome, reason));
        }
    }

    private static List<Object> key(OrderId order, int attempt) {
        return List.of(order.value(), attempt);
    }
}

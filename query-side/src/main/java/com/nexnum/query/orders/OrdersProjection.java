package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers "what was ordered, whom did we ask, and how did it end?". Keeps no personal data: the
 * number stands with the activation.
 */
@Component
@ProcessingGroup("orders")
class OrdersProjection {

    private final JdbcClient sql;
    private final OrderRows rows;
    private final Changes changes;

    OrdersProjection(JdbcClient sql, Changes changes) {
        this.sql = sql;
        this.rows = new OrderRows(sql);
        this.changes = changes;
    }

    @EventHandler
    void on(PurchaseEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        if (event instanceof OrderPlaced placed) {
            rows.place(placed, sequence, at);
        } else if (event instanceof OrderFailed && sequence == 0) {
            // Never placed: there is no receipt, and nothing follows.
            return;
        } else if (rows.advance(event.orderId(), sequence)) {
            record(event, at);
        }
        changes.announce(Freshness.topic("orders", event.orderId().value()));
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate orders, orders_attempt").update();
    }

    private void record(PurchaseEvent event, Instant at) {
        switch (event) {
            case OrderPlaced _ -> {}
            case SupplyAttempted e -> rows.ask(e, at);
            case SupplyRefused e ->
                    rows.answer(e.orderId(), e.attempt(), AttemptOutcome.REFUSED, e.reason());
            case SupplyOutcomeUnknown e ->
                    rows.answer(e.orderId(), e.attempt(), AttemptOutcome.UNKNOWN, e.reason());
            case OrderFulfilled e -> {
                rows.answer(e.orderId(), e.attempt(), AttemptOutcome.FULFILLED, null);
                rows.fulfil(e, at);
            }
            case OrderFailed e -> rows.fail(e, at);
            case OrderRefunded e -> rows.refund(e, at);
        }
    }
}

package com.nexnum.query.orders;

import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "what was ordered, whom did we ask, and how did it end?". */
@Component
@ProcessingGroup("orders")
class OrdersProjection {

    private final OrdersModel model = new OrdersModel();
    private final LiveRows live;
    private final Changes changes;

    OrdersProjection(LiveRows live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    @EventHandler
    void on(PurchaseEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Freshness.topic("orders", event.orderId().value()));
    }

    @ResetHandler
    void reset() {
        live.clear(model);
    }
}

package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.CatalogEvent;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "which offers exist, and for how much?". */
@Component
@ProcessingGroup("pricing")
class PricingProjection {

    private final PricingModel model = new PricingModel();
    private final LiveRows live;

    PricingProjection(LiveRows live) {
        this.live = live;
    }

    @EventHandler
    void on(CatalogEvent event, EventMessage<?> message) {
        live.fold(model, message);
    }

    @ResetHandler
    void reset() {
        live.clear(model);
    }
}

package com.nexnum.query.activations;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "what became of every number that was ever asked for?". */
@Component
@ProcessingGroup("activations")
class ActivationsProjection {

    private final ActivationsModel model = new ActivationsModel();
    private final LiveRows live;
    private final Changes changes;

    ActivationsProjection(LiveRows live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    @EventHandler
    void on(ActivationEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Freshness.topic("activations", event.activationId().value()));
    }

    @EventHandler
    void on(PersonalDataErased erased, EventMessage<?> message) {
        live.fold(model, message);
    }

    @ResetHandler
    void reset() {
        live.clear(model);
    }
}

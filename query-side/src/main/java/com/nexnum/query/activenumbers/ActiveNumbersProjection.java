package com.nexnum.query.activenumbers;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "which numbers are live now, and which codes came?". */
@Component
@ProcessingGroup("activenumbers")
class ActiveNumbersProjection {

    private final ActiveNumbersModel model = new ActiveNumbersModel();
    private final LiveRows live;

    ActiveNumbersProjection(LiveRows live) {
        this.live = live;
    }

    @EventHandler
    void on(ActivationEvent event, EventMessage<?> message) {
        live.fold(model, message);
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

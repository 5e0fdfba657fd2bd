package com.nexnum.query.stream;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "what happens to this customer, in order?". */
@Component
@ProcessingGroup("feed")
class FeedProjection {

    private final FeedModel model = new FeedModel();
    private final LiveRows live;
    private final Changes changes;

    FeedProjection(LiveRows live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    @EventHandler
    void on(ActivationEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Feed.topic(event.customerId()));
    }

    @EventHandler
    void on(WalletEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Feed.topic(event.walletId().customer()));
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

package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "what was posted, and does it add up?": one balanced entry for each event. */
@Component
@ProcessingGroup("ledger")
class LedgerProjection {

    private final LedgerModel model = new LedgerModel();
    private final LiveRows live;
    private final Changes changes;

    LedgerProjection(LiveRows live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    @EventHandler
    void on(WalletEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Freshness.topic("ledger", event.walletId().value()));
    }

    @ResetHandler
    void reset() {
        live.clear(model);
    }
}

package com.nexnum.query.balance;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.LiveRows;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** Answers "how much is in the wallet, and how much of it is held?". */
@Component
@ProcessingGroup("balance")
class BalanceProjection {

    private final BalanceModel model = new BalanceModel();
    private final LiveRows live;
    private final Changes changes;

    BalanceProjection(LiveRows live, Changes changes) {
        this.live = live;
        this.changes = changes;
    }

    @EventHandler
    void on(WalletEvent event, EventMessage<?> message) {
        live.fold(model, message);
        changes.announce(Freshness.topic("balance", event.walletId().value()));
    }

    @ResetHandler
    void reset() {
        live.clear(model);
    }
}

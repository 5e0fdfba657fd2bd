package com.nexnum.query.balance;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "how much is in the wallet, and how much of it is held?". */
@Component
@ProcessingGroup("balance")
class BalanceProjection {

    private final JdbcClient sql;
    private final RunningBalance balances;
    private final Changes changes;

    BalanceProjection(JdbcClient sql, Changes changes) {
        this.sql = sql;
        this.balances = new RunningBalance(sql, "balance");
        this.changes = changes;
    }

    @EventHandler
    void on(WalletEvent event, @SequenceNumber long sequence) {
        balances.apply(event, sequence);
        changes.announce(Freshness.topic("balance", event.walletId().value()));
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate balance").update();
    }
}

package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.Freshness;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers "what was posted, and does it add up?": one balanced entry for each event. */
@Component
@ProcessingGroup("ledger")
class LedgerProjection {

    private final JdbcClient sql;
    private final RunningBalance balances;
    private final Journal journal;
    private final Changes changes;

    LedgerProjection(JdbcClient sql, Changes changes) {
        this.sql = sql;
        this.balances = new RunningBalance(sql, "ledger_wallet");
        this.journal = new Journal(sql);
        this.changes = changes;
    }

    @EventHandler
    void on(
            WalletEvent event,
            @SequenceNumber long sequence,
            @Timestamp Instant at,
            @MessageIdentifier String eventId) {
        var origin = new Journal.Origin(eventId, sequence, at);
        balances.apply(event, sequence)
                .ifPresent(after ->
                        JournalEntry.of(event)
                                .ifPresent(entry -> journal.write(event, entry, after, origin)));
        changes.announce(Freshness.topic("ledger", event.walletId().value()));
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate ledger_posting, ledger_entry, ledger_wallet").update();
    }
}

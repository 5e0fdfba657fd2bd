package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.balance.RunningBalance.Balance;
import com.nexnum.query.platform.SqlInstant;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes journal entries; nothing here changes or deletes one. */
final class Journal {

    private final JdbcClient sql;

    Journal(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where an event stands in its wallet's history, and when it was stored. */
    record Origin(String eventId, long sequence, Instant at) {}

    void write(WalletEvent event, JournalEntry entry, Balance after, Origin origin) {
        var context = Context.of(event);
        sql.sql(
                        """
                        insert into ledger_entry
                               (wallet_id, sequence, position, entry_id, customer_id, type, direction, currency, amount,
                                available_after, held_after, operation_id, hold_id, reason, approved_by, occurred_at)
                        values (:wallet, :sequence,
                                (select global_index from domain_event_entry where event_identifier = :entry),
                                :entry, :customer, :type, :direction, :currency, :amount,
                                :available, :held, :operation, :hold, :reason, :approvedBy, :at)
                        """)
                .param("wallet", event.walletId().value())
                .param("sequence", origin.sequence())
                .param("entry", origin.eventId())
                .param("customer", event.walletId().customer().value())
                .param("type", entry.type().name())
                .param("direction", entry.direction().name())
                .param("currency", entry.amount().currency().name())
                .param("amount", entry.amount().micros())
                .param("available", after.available())
                .param("held", after.held())
                .param("operation", event.operationId().value())
                .param("hold", context.holdId())
                .param("reason", context.reason())
                .param("approvedBy", context.approvedBy())
                .param("at", SqlInstant.of(origin.at()))
                .update();
        post(event, entry, origin.sequence());
    }

    /** In one statement, because each statement has to balance by itself. */
    private void post(WalletEvent event, JournalEntry entry, long sequence) {
        sql.sql(
                        """
                        insert into ledger_posting (wallet_id, sequence, line, account, currency, amount)
                        select :wallet, :sequence, line, account, :currency, amount
                          from unnest(:accounts::text[], :amounts::bigint[]) with ordinality as p (account, amount, line)
                        """)
                .param("wallet", event.walletId().value())
                .param("sequence", sequence)
                .param("currency", entry.amount().currency().name())
                .param(
                        "accounts",
                        entry.postings().stream().map(Posting::account).toArray(String[]::new))
                .param("amounts", entry.postings().stream().mapToLong(Posting::micros).toArray())
                .update();
    }
}

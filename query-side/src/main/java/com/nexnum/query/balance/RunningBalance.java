package com.nexnum.query.balance;

import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.query.platform.Freshness;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Balances in a table of their own, moved by each event exactly once. The sequence guard makes a
 * redelivered event harmless, and makes a missing one an error.
 */
public final class RunningBalance {

    private final JdbcClient sql;
    private final String table;

    /**
     * @param table one that is like {@code balance}
     */
    public RunningBalance(JdbcClient sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** Millionths after an event. */
    public record Balance(Currency currency, long available, long held) {}

    /**
     * The balance after the event, or empty when the event was counted before.
     *
     * @throws IllegalStateException when an event before this one never came
     */
    public Optional<Balance> apply(WalletEvent event, long sequence) {
        return event instanceof WalletOpened opened
                ? open(opened, sequence)
                : move(event, sequence);
    }

    /** The sequence of the last event counted, or {@link Freshness#NOTHING}. */
    public long sequence(String walletId) {
        return sql.sql("select sequence from " + table + " where wallet_id = :wallet")
                .param("wallet", walletId)
                .query(Long.class)
                .optional()
                .orElse(Freshness.NOTHING);
    }

    private Optional<Balance> open(WalletOpened opened, long sequence) {
        var rows =
                sql.sql(
                                "insert into "
                                        + table
                                        + """
                                         (wallet_id, customer_id, currency, available, held, sequence)
                                        values (:wallet, :customer, :currency, 0, 0, :sequence)
                                        on conflict do nothing
                                        """)
                        .param("wallet", opened.walletId().value())
                        .param("customer", opened.customerId().value())
                        .param("currency", opened.currency().name())
                        .param("sequence", sequence)
                        .update();
        return rows == 0 ? Optional.empty() : Optional.of(new Balance(opened.currency(), 0, 0));
    }

    private Optional<Balance> move(WalletEvent event, long sequence) {
        var change = BalanceChange.of(event);
        var moved =
                sql.sql(
                                "update "
                                        + table
                                        + """
                                           set available = available + :available, held = held + :held, sequence = :sequence
                                         where wallet_id = :wallet and sequence = :sequence - 1
                                        returning currency, available, held
                                        """)
                        .param("available", change.available())
                        .param("held", change.held())
                        .param("sequence", sequence)
                        .param("wallet", event.walletId().value())
                        .query((row, i) ->
                                new Balance(
                                        Currency.valueOf(row.getString("currency")),
                                        row.getLong("available"),
                                        row.getLong("held")))
                        .optional();
        if (moved.isEmpty()) {
            requireCountedBefore(event.walletId().value(), sequence);
        }
        return moved;
    }

    private void requireCountedBefore(String walletId, long sequence) {
        var last = sequence(walletId);
        if (last < sequence) {
            throw new IllegalStateException(
                    "%s: %s is at event %d and cannot count event %d"
                            .formatted(table, walletId, last, sequence));
        }
    }
}

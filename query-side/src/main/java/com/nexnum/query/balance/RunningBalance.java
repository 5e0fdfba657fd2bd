package com.nexnum.query.balance;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.query.platform.Freshness;
import com.nexnum.query.platform.rows.ReadModel.Foreseen;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Balances in a table of their own, moved by each event exactly once. The sequence guard makes a
 * redelivered event harmless, and makes a missing one an error.
 */
public final class RunningBalance {

    private final Table<WalletRow> table;

    /**
     * @param table one that is like {@code balance}
     */
    public RunningBalance(String table) {
        this.table = Table.keyed(table, WalletRow.class, "wallet_id");
    }

    public Table<WalletRow> table() {
        return table;
    }

    /** The row that {@link #apply} will look for. */
    public void foresee(WalletEvent event, Foreseen rows) {
        rows.row(table, event.walletId().value());
    }

    /**
     * The balance after the event, or empty when the event was counted before.
     *
     * @throws IllegalStateException when an event before this one never came
     */
    public Optional<WalletRow> apply(WalletEvent event, Recorded recorded, Rows rows) {
        var before = rows.find(table, event.walletId().value());
        var last = before == null ? Freshness.NOTHING : before.sequence();
        var sequence = recorded.sequence();
        if (last >= sequence) {
            return Optional.empty();
        }
        if (event instanceof WalletOpened opened) {
            return put(WalletRow.opened(opened, sequence), rows);
        }
        if (before == null || last < sequence - 1) {
            throw new IllegalStateException(
                    "%s: %s is at event %d and cannot count event %d"
                            .formatted(table, event.walletId(), last, sequence));
        }
        return put(before.after(event, sequence), rows);
    }

    private Optional<WalletRow> put(WalletRow after, Rows rows) {
        rows.put(table, after);
        return Optional.of(after);
    }

    /** The sequence of the last event counted, or {@link Freshness#NOTHING}. */
    public static long sequence(JdbcClient sql, String table, String walletId) {
        return sql.sql("select sequence from " + table + " where wallet_id = :wallet")
                .param("wallet", walletId)
                .query(Long.class)
                .optional()
                .orElse(Freshness.NOTHING);
    }
}

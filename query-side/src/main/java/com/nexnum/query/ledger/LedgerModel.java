package com.nexnum.query.ledger;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.balance.RunningBalance;
import com.nexnum.query.balance.WalletRow;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import org.springframework.stereotype.Component;

/** One balanced entry for each event that moves money. */
@Component
class LedgerModel implements ReadModel {

    private static final Table<EntryRow> ENTRIES = Table.log("ledger_entry", EntryRow.class);
    private static final Table<PostingRow> POSTINGS = Table.log("ledger_posting", PostingRow.class);

    private final RunningBalance balances = new RunningBalance("ledger_wallet");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(balances.table(), ENTRIES, POSTINGS);
    }

    @Override
    public List<Class<?>> events() {
        return List.of(WalletEvent.class);
    }

    @Override
    public void fold(Recorded recorded, Rows rows) {
        var event = (WalletEvent) recorded.payload();
        balances.apply(event, recorded, rows)
                .ifPresent(after ->
                        JournalEntry.of(event)
                                .ifPresent(entry -> post(event, entry, after, recorded, rows)));
    }

    @Override
    public void foresee(Recorded event, Foreseen rows) {
        balances.foresee((WalletEvent) event.payload(), rows);
    }

    private static void post(
            WalletEvent event, JournalEntry entry, WalletRow after, Recorded recorded, Rows rows) {
        rows.append(ENTRIES, EntryRow.of(event, entry, after, recorded));
        var line = 0;
        for (var posting : entry.postings()) {
            rows.append(
                    POSTINGS,
                    new PostingRow(
                            after.walletId(),
                            recorded.sequence(),
                            recorded.position(),
                            ++line,
                            posting.account(),
                            entry.amount().currency(),
                            posting.micros()));
        }
    }
}

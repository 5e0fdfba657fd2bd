package com.nexnum.query.balance;

import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import org.springframework.stereotype.Component;

/** One row for each wallet. */
@Component
class BalanceModel implements ReadModel {

    private final RunningBalance balances = new RunningBalance("balance");

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(balances.table());
    }

    @Override
    public List<Class<?>> events() {
        return List.of(WalletEvent.class);
    }

    @Override
    public void fold(Recorded event, Rows rows) {
        balances.apply((WalletEvent) event.payload(), event, rows);
    }

    @Override
    public void foresee(Recorded event, Foreseen rows) {
        balances.foresee((WalletEvent) event.payload(), rows);
    }
}

package com.nexnum.query.ledger;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class LedgerRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new LedgerProjection(models.live, models.changes);
    }

    @Override
    protected List<String> tables() {
        return List.of("ledger_entry", "ledger_posting", "ledger_wallet");
    }
}

package com.nexnum.query.balance;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class BalanceRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new BalanceProjection(models.live, models.changes);
    }

    @Override
    protected List<String> tables() {
        return List.of("balance");
    }
}

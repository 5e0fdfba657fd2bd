package com.nexnum.query.orders;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class OrdersRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new OrdersProjection(models.live, models.changes);
    }

    @Override
    protected List<String> tables() {
        return List.of("orders", "orders_attempt");
    }
}

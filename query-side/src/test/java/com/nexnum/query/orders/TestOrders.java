package com.nexnum.query.orders;

import com.nexnum.query.history.ReadModels;

/** The orders for tests of those who read them. */
public final class TestOrders {

    public static void takeIn(ReadModels models) {
        models.deliver(new OrdersProjection(models.live, models.changes), models.history.events());
    }

    private TestOrders() {}
}

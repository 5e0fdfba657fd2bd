package com.nexnum.query.ledger;

import com.nexnum.query.history.ReadModels;

/** The ledger for tests of those who read it. */
public final class TestLedger {

    public static void takeIn(ReadModels models) {
        models.deliver(new LedgerProjection(models.live, models.changes), models.history.events());
    }

    private TestLedger() {}
}

package com.nexnum.kernel.wallet.history;

import com.nexnum.kernel.language.RevisionStep;
import com.nexnum.kernel.language.RevisionStep.Stored;

/** Adjustments before they needed two people and evidence. */
public final class BalanceAdjustedHistory {

    private static final String NAME = "wallet.balance-adjusted";

    /** What stands for the evidence of an adjustment that needed none. */
    public static final String NOT_RECORDED = "not recorded";

    /** The only administrator who is known proposed and approved it. */
    public static final RevisionStep ONE_PERSON_TO_TWO =
            new RevisionStep(
                    new Stored(NAME, "1"),
                    new Stored(NAME, "2"),
                    json ->
                            json.put("proposedBy", json.path("approvedBy").asString(""))
                                    .put("evidence", NOT_RECORDED));

    private BalanceAdjustedHistory() {}
}

package com.nexnum.command.purchase;

import com.nexnum.command.supply.BuyAnswer.Bought;

/** What is done about a number that was bought. */
interface Unwanted {

    /** Sees to it that the number goes back to its provider when it does not serve its order. */
    void unlessServing(Attempt attempt, Bought bought);
}

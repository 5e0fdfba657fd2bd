package com.nexnum.command.supply;

import com.nexnum.command.supply.BuyAnswer.Reason;
import java.util.Set;

class GrizzlySupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("grizzlysms");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }
}

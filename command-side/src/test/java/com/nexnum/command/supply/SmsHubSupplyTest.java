package com.nexnum.command.supply;

import com.nexnum.command.supply.BuyAnswer.Reason;
import java.util.Set;

class SmsHubSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("smshub");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }

    @Override
    Set<Lack> lacks() {
        return Set.of(Lack.SALE_COST, Lack.MESSAGE_IDS);
    }
}

package com.nexnum.command.supply;

import com.nexnum.command.supply.BuyAnswer.Reason;
import java.util.Set;

class SmsPoolSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("smspool");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }

    @Override
    Set<Lack> lacks() {
        return Set.of(Lack.STOCK);
    }
}

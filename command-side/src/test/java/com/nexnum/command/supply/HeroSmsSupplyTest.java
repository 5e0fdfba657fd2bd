package com.nexnum.command.supply;

import com.nexnum.command.supply.BuyAnswer.Reason;
import java.net.URI;
import java.util.Set;

/** The document of SMS-Activate's protocol, spoken to a host that answers with true HTTP codes. */
class HeroSmsSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return Protocol.SMS_ACTIVATE;
    }

    @Override
    URI address() {
        return sandbox.server.heroAddress();
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }
}

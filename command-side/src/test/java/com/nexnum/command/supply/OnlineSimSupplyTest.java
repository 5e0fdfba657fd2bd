package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.kernel.money.Money;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnlineSimSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("onlinesim");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }

    @Override
    Set<Lack> lacks() {
        return Set.of(Lack.MESSAGE_IDS, Lack.MESSAGE_CODES, Lack.CANCELLING);
    }

    @Override
    int countries() {
        return 14;
    }

    @Test
    void buys_nothing_when_no_price_can_be_had() {
        sandbox.server.script().next(1, Call.OTHER, Fault.before(Fault.How.GARBAGE));
        assertThat(buy(supply)).isInstanceOf(Refused.class);
        sandbox.server.market().price("whatsapp", "US", Money.usd("5.01"));
        assertThat(buy(supply))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.PRICE_TOO_LOW));
        assertThat(purchasesSent()).isZero();
    }

    @Test
    void keeps_a_sale_whose_details_cannot_be_had() {
        sandbox.server.script().next(2, Call.STATUS, Fault.before(Fault.How.SERVER_ERROR));
        assertThat(bought().cost()).isEqualTo(PLENTY);
    }
}

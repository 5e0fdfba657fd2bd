package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmsActivateSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return Protocol.SMS_ACTIVATE;
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }

    @Test
    void does_not_know_the_outcome_of_a_reference_that_was_used_before() {
        supply.buy(WHATSAPP, US, PLENTY, "same");
        assertThat(supply.buy(WHATSAPP, US, PLENTY, "same")).isInstanceOf(Unknown.class);
        assertThat(sold()).isOne();
    }
}

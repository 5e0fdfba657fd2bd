package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.kernel.catalog.CountryCode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextVerifiedSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("textverified");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.PRICE_TOO_LOW);
    }

    @Override
    Set<Lack> lacks() {
        return Set.of(Lack.SALE_NUMBER, Lack.NEXT_SMS, Lack.STOCK, Lack.COMPLETING);
    }

    @Override
    int countries() {
        return 1;
    }

    @Test
    void logs_in_once_and_again_when_the_token_has_ended() {
        bought();
        supply.balance();
        assertThat(sandbox.server.received(Call.OTHER)).isOne();
        forward(Duration.ofMinutes(51));
        assertThat(supply.balance()).isInstanceOf(Supply.BalanceAnswer.Balance.class);
        assertThat(sandbox.server.received(Call.OTHER)).isEqualTo(2);
    }

    @Test
    void sells_nothing_outside_of_the_US() {
        assertThat(supply.buy(WHATSAPP, new CountryCode("GB"), PLENTY, "abroad"))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.BAD_COUNTRY));
    }

    @Test
    void keeps_prices_that_take_a_call_each() {
        supply.priceList();
        long calls = sandbox.server.received(Call.OTHER);
        supply.priceList();
        assertThat(sandbox.server.received(Call.OTHER)).isEqualTo(calls);
        forward(Duration.ofMinutes(10));
        supply.priceList();
        assertThat(sandbox.server.received(Call.OTHER)).isGreaterThan(calls);
    }
}

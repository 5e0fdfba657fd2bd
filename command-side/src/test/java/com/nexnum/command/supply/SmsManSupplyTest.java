package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmsManSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return new Protocol("sms-man");
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.NO_NUMBERS);
    }

    @Override
    Set<Lack> lacks() {
        return Set.of(
                Lack.SALE_COST,
                Lack.MESSAGE_IDS,
                Lack.MESSAGE_TEXTS,
                Lack.CANCEL_AGE,
                Lack.ENDINGS,
                Lack.ACTIVE_LIST);
    }

    @Test
    void learns_the_words_of_the_provider_once() {
        bought();
        bought();
        supply.priceList();
        assertThat(sandbox.server.received(Call.OTHER)).isEqualTo(2);
        forward(Duration.ofHours(13));
        sandbox.server.script().next(1, Call.OTHER, Fault.before(Fault.How.SERVER_ERROR));
        assertThat(buy(supply)).isInstanceOf(Bought.class);
        assertThat(buy(supply)).isInstanceOf(Bought.class);
        assertThat(sandbox.server.received(Call.OTHER)).isEqualTo(4);
    }

    @Test
    void is_refused_while_the_words_cannot_be_learned() {
        sandbox.server.script().next(1, Call.OTHER, Fault.before(Fault.How.CLOSE));
        assertThat(buy(supply))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(buy(supply)).isInstanceOf(Refused.class);
        assertThat(purchasesSent()).isZero();
        assertThat(sandbox.server.received(Call.OTHER)).isOne();
        forward(Duration.ofMinutes(1));
        assertThat(buy(supply)).isInstanceOf(Bought.class);
    }
}

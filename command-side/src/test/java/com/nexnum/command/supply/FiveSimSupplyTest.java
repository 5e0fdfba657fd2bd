package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.SmsAnswer.Received;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiveSimSupplyTest extends SupplyUseContract {

    @Override
    Protocol protocol() {
        return Protocol.FIVE_SIM;
    }

    @Override
    Set<Reason> reasonsForTooLowPrice() {
        return Set.of(Reason.NO_NUMBERS);
    }

    @Test
    void tells_every_sms_each_time() {
        sandbox.server.script().sms("whatsapp", "US", SandboxFixture.SMS_DELAY, "1111", "2222");
        var id = bought().id();
        forward(SandboxFixture.SMS_DELAY.multipliedBy(2));
        assertThat(((Received) supply.sms(id)).messages())
                .extracting(SmsAnswer.Sms::text)
                .containsExactly("1111", "2222");
    }
}

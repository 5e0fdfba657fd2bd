package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.purchase.OrderCommand.FulfilOrder;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.trial.command.OpenData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BuyNumberTest extends AttemptFixture {

    @Test
    void asks_the_provider_and_writes_down_what_it_sold() {
        buy(1, suppliers);
        var sold = (FulfilOrder) log.sent.getFirst();
        assertThat(sold.attempt()).isEqualTo(1);
        assertThat(sold.cost()).isEqualTo(COST);
        assertThat(OpenData.read(sold.number())).isEqualTo("+12025551001");
        assertThat(sold.cancellableAt()).isEqualTo(NOON);
        assertThat(sold.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
        assertThat(supply.held.getFirst().reference()).isEqualTo("ord_000001-1");
    }

    @Test
    void writes_down_a_refusal_and_an_unknown_outcome() {
        supply.nextAnswers.add(new BuyAnswer.Refused(BuyAnswer.Reason.NO_NUMBERS, "NO_NUMBERS"));
        supply.nextAnswers.add(new BuyAnswer.Unknown(BuyAnswer.Doubt.NO_ANSWER, "timeout"));
        buy(1, suppliers);
        buy(1, suppliers);
        assertThat(log.sent).containsExactly(refused("NO_NUMBERS"), unknown("NO_ANSWER"));
    }

    @Test
    void taken_up_a_second_time_it_never_asks() {
        buy(2, suppliers);
        assertThat(supply.asked).hasValue(0);
        assertThat(log.sent).containsExactly(unknown("INTERRUPTED"));
    }

    @Test
    void an_attempt_that_waited_over_an_outage_is_not_made_any_more() {
        performed(suppliers, 1, NOON.plusSeconds(61));
        assertThat(supply.asked).hasValue(0);
        assertThat(log.sent).containsExactly(refused("NOT_ASKED"));
    }

    @Test
    void a_provider_that_is_gone_sells_nothing() {
        buy(1, nobody);
        assertThat(log.sent).containsExactly(refused("NOT_ASKED"));
    }

    @Test
    void a_paused_provider_is_not_asked() {
        suppliers.openForSale(supply.provider(), false);
        buy(1, suppliers);
        assertThat(supply.asked).hasValue(0);
        assertThat(log.sent).containsExactly(refused("NOT_ASKED"));
    }

    @Test
    void the_first_word_about_an_attempt_counts() {
        log.refusing(FulfilOrder.class, new OutOfTurn("Refunded"));
        assertThat(buy(1, suppliers)).isEqualTo(new Outcome.Done());
    }

    private Outcome buy(int taken, Suppliers from) {
        return performed(from, taken, NOON);
    }

    private Outcome performed(Suppliers from, int taken, Instant now) {
        return new BuyNumber(from, outcomes(now), Clock.fixed(now, ZoneOffset.UTC))
                .perform(due(taken));
    }
}

package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nexnum.command.supply.CancelAnswer.Cancelled;
import com.nexnum.command.supply.CancelAnswer.HasSms;
import com.nexnum.command.supply.CancelAnswer.TooEarly;
import com.nexnum.command.supply.SmsAnswer.Received;
import com.nexnum.command.supply.SmsAnswer.Waiting;
import com.nexnum.command.supply.Supply.BalanceAnswer.Balance;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer.PriceList;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for using bought numbers with every adapter, over real HTTP. */
abstract class SupplyUseContract extends SupplyContract {

    private static final UpstreamId STRANGER = new UpstreamId("599999999");

    @Test
    void waits_then_receives_then_waits_for_the_second() {
        sandbox.server
                .script()
                .sms("whatsapp", "US", SandboxFixture.SMS_DELAY, "Code 111-222", "Code 333-444");
        var id = bought().id();
        assertThat(supply.sms(id)).isEqualTo(new Waiting());
        forward(SandboxFixture.SMS_DELAY);
        assertThat(lastText(supply.sms(id))).isEqualTo(told("Code 111-222"));
        assertThat(supply.sms(id)).isEqualTo(supply.sms(id));
        for (int i = 0; i < 2; i++) {
            assertThat(supply.nextSms(id))
                    .isInstanceOf(
                            can(Lack.NEXT_SMS)
                                    ? NextSmsAnswer.Accepted.class
                                    : NextSmsAnswer.Refused.class);
        }
        assertThat(supply.sms(id))
                .satisfiesAnyOf(
                        waiting -> assertThat(waiting).isEqualTo(new Waiting()),
                        known -> assertThat(lastText(known)).isEqualTo(told("Code 111-222")));
        forward(SandboxFixture.SMS_DELAY);
        var second = (Received) supply.sms(id);
        assertThat(second.messages().getLast().text()).isEqualTo(told("Code 333-444"));
        assertThat(second.messages().getLast().code())
                .isEqualTo(can(Lack.MESSAGE_CODES) ? "333444" : null);
        assertThat(second.messages().getLast().id() != null).isEqualTo(can(Lack.MESSAGE_IDS));
    }

    @Test
    void is_refused_a_next_sms_before_the_first() {
        assertThat(supply.nextSms(bought().id())).isInstanceOf(NextSmsAnswer.Refused.class);
        assertThat(supply.nextSms(STRANGER)).isInstanceOf(NextSmsAnswer.Refused.class);
    }

    @Test
    void tells_a_number_that_the_provider_let_expire() {
        sandbox.server.script().sms("whatsapp", "US", Duration.ofSeconds(1));
        var id = bought().id();
        forward(Duration.ofMinutes(21));
        assertThat(supply.sms(id)).isEqualTo(over());
        assertThat(supply.cancel(id)).isEqualTo(overAlready());
    }

    @Test
    void knows_nothing_of_a_strange_number() {
        assertThat(supply.sms(STRANGER)).isEqualTo(new SmsAnswer.NotFound());
        assertThat(supply.cancel(STRANGER)).isEqualTo(new CancelAnswer.NotFound());
        assertThat(supply.complete(STRANGER)).isFalse();
        assertThat(supply.sms(new UpstreamId("ABC/../x?y"))).isEqualTo(new SmsAnswer.NotFound());
    }

    @Test
    void cancels_after_the_minimum_age_and_harmlessly_twice() {
        assumeTrue(can(Lack.CANCELLING));
        sandbox.server.script().sms("whatsapp", "US", Duration.ofMinutes(10), "1234");
        long before = sandbox.server.market().balanceMicros();
        var id = bought().id();
        forward(SandboxFixture.MIN_CANCEL_AGE.minusSeconds(1));
        assertThat(supply.cancel(id))
                .isInstanceOf(
                        can(Lack.CANCEL_AGE) ? TooEarly.class : CancelAnswer.Unavailable.class);
        assertThat(active()).isOne();
        forward(Duration.ofSeconds(1));
        assertThat(supply.cancel(id)).isEqualTo(new Cancelled());
        assertThat(supply.cancel(id)).isEqualTo(overAlready());
        assertThat(supply.sms(id)).isEqualTo(over());
        assertThat(sandbox.server.market().balanceMicros()).isEqualTo(before);
        assertThat(sandbox.server.market().counts().cancelled()).isOne();
    }

    @Test
    void does_not_pretend_to_cancel_where_nobody_can() {
        assumeFalse(can(Lack.CANCELLING));
        sandbox.server.script().sms("whatsapp", "US", Duration.ofMinutes(10), "1234");
        var id = bought().id();
        forward(SandboxFixture.MIN_CANCEL_AGE);
        assertThat(supply.cancel(id)).isInstanceOf(CancelAnswer.Unavailable.class);
        assertThat(active()).isOne();
    }

    @Test
    void is_refused_a_cancellation_after_the_sms() {
        var id = bought().id();
        forward(SandboxFixture.MIN_CANCEL_AGE);
        assertThat(supply.cancel(id)).isEqualTo(new HasSms());
        assertThat(supply.sms(id)).isInstanceOf(Received.class);
        assertThat(active()).isOne();
    }

    @Test
    void completes_and_harmlessly_twice() {
        var id = bought().id();
        forward(SandboxFixture.SMS_DELAY);
        assertThat(supply.complete(id)).isTrue();
        assertThat(supply.complete(id)).isTrue();
        assertThat(supply.sms(id)).isInstanceOf(Received.class);
        assertThat(active()).isEqualTo(can(Lack.COMPLETING) ? 0 : 1);
    }

    @Test
    void does_not_complete_before_the_sms() {
        assertThat(supply.complete(bought().id())).isFalse();
        assertThat(active()).isOne();
    }

    @Test
    void lists_what_is_held_and_nothing_else() {
        assumeTrue(can(Lack.ACTIVE_LIST));
        assertThat(supply.active()).isEqualTo(new ActiveAnswer.Active(List.of()));
        sandbox.server.script().sms("whatsapp", "US", Duration.ofMinutes(10), "1234");
        var kept = bought();
        if (can(Lack.CANCELLING)) {
            var cancelled = bought();
            forward(SandboxFixture.MIN_CANCEL_AGE);
            supply.cancel(cancelled.id());
        }
        var active = (ActiveAnswer.Active) supply.active();
        assertThat(active.numbers())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.id()).isEqualTo(kept.id());
                    assertThat(held.number()).isEqualTo(kept.number());
                    var cost = can(Lack.SALE_COST) ? kept.cost() : Money.usd("0.84");
                    assertThat(held.cost()).isEqualTo(cost);
                });
    }

    @Test
    void lists_more_than_one_page() {
        assumeTrue(can(Lack.ACTIVE_LIST));
        sandbox.server.market().balance(Money.usd("1000.00"));
        sandbox.server.market().stock("whatsapp", "US", 1_000);
        for (int i = 0; i < 205; i++) {
            bought();
        }
        assertThat(((ActiveAnswer.Active) supply.active()).numbers()).hasSize(205);
    }

    @Test
    void lists_no_number_that_the_provider_forgot() {
        sandbox.server.script().forgetNext(1);
        var answer = buy(supply);
        if (can(Lack.ACTIVE_LIST)) {
            assertThat(supply.active()).isEqualTo(new ActiveAnswer.Active(List.of()));
        }
        if (can(Lack.SALE_NUMBER)) {
            var id = ((BuyAnswer.Bought) answer).id();
            assertThat(supply.sms(id)).isEqualTo(new SmsAnswer.NotFound());
        } else {
            assertThat(answer).isInstanceOf(BuyAnswer.Unknown.class);
        }
        assertThat(sold()).isOne();
    }

    @Test
    void tells_what_is_for_sale() {
        sandbox.server.market().stock("whatsapp", "US", 17);
        sandbox.server.market().price("whatsapp", "US", Money.usd("0.0125"));
        sandbox.server.market().stock("telegram", "US", 0);
        var offers = ((PriceList) supply.priceList()).offers();
        assertThat(offers)
                .hasSize(12 * countries() - 1)
                .contains(
                        new Supply.Priced(
                                WHATSAPP, US, Money.usd("0.0125"), can(Lack.STOCK) ? 17 : 1));
    }

    @Test
    void tells_our_balance_there() {
        sandbox.server.market().balance(Money.usd("12.5085"));
        assertThat(supply.balance()).isEqualTo(new Balance(Money.usd("12.5085")));
    }

    @ParameterizedTest
    @EnumSource(Fault.How.class)
    @Timeout(10)
    void has_no_answer_when_the_provider_has_none(Fault.How how) {
        var id = bought().id();
        forward(SandboxFixture.SMS_DELAY);
        for (var call : Call.values()) {
            sandbox.server.script().next(1, call, Fault.before(how));
        }
        assertThat(supply.sms(id)).isInstanceOf(SmsAnswer.Unavailable.class);
        if (can(Lack.CANCELLING)) {
            // Where an answer says nothing, the number itself may have been looked at.
            assertThat(supply.cancel(id))
                    .isInstanceOfAny(CancelAnswer.Unavailable.class, HasSms.class);
        }
        assertThat(supply.active()).isInstanceOf(ActiveAnswer.Unavailable.class);
        assertThat(supply.priceList()).isInstanceOf(Supply.PriceListAnswer.Unavailable.class);
        assertThat(supply.balance()).isInstanceOf(Supply.BalanceAnswer.Unavailable.class);
    }

    @Test
    void ends_within_its_deadline_when_the_provider_drips() {
        sandbox.server.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.DRIP));
        long start = System.nanoTime();
        buy(supply);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(SandboxFixture.DEADLINE, SandboxFixture.DEADLINE.multipliedBy(4));
    }

    /** How many of the sandbox's countries the protocol has words for. */
    int countries() {
        return 15;
    }

    private SmsAnswer over() {
        return can(Lack.ENDINGS) ? new SmsAnswer.Cancelled() : new SmsAnswer.NotFound();
    }

    private CancelAnswer overAlready() {
        return can(Lack.ENDINGS) ? new Cancelled() : new CancelAnswer.NotFound();
    }

    private String told(String text) {
        return can(Lack.MESSAGE_TEXTS) ? text : text.replaceAll("[^0-9]", "");
    }

    private static String lastText(SmsAnswer answer) {
        return ((Received) answer).messages().getLast().text();
    }
}

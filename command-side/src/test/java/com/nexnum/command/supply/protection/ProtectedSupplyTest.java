package com.nexnum.command.supply.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.ActiveAnswer;
import com.nexnum.command.supply.BuyAnswer;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.CancelAnswer;
import com.nexnum.command.supply.CannedProvider;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.SandboxFixture;
import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.Supply.NextSmsAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.http.Tariff;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.command.supply.sandbox.SandboxScript;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider over real HTTP, and how it ends when it misbehaves; four calls are enough. */
class ProtectedSupplyTest {

    private static final UpstreamId NUMBER = new UpstreamId("4711");
    private static final Money DEAR = Money.usd("2.00");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final SandboxFixture fixture = new SandboxFixture();
    private final SandboxScript script = fixture.server.script();
    private final ProtectedProcess process =
            new ProtectedProcess(DATABASE, CircuitTerms.QUICK, fixture.clock);
    private final Supply supply = process.guarded(fixture.supply(Protocol.SMS_ACTIVATE));

    @AfterEach
    void ended() {
        process.close();
        fixture.close();
        JdbcClient.create(DATABASE.dataSource()).sql("truncate supply_circuit").update();
    }

    @ParameterizedTest
    @EnumSource(Fault.How.class)
    void every_misbehaviour_opens_the_circuit(Fault.How how) {
        script.next(4, Call.BUY, Fault.before(how));
        for (int i = 0; i < 3; i++) {
            assertThat(buy(supply)).isInstanceOf(BuyAnswer.Unknown.class);
            assertThat(state()).isEqualTo(CircuitState.CLOSED);
        }
        buy(supply);
        assertThat(state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void while_it_is_open_nothing_is_sent_and_every_answer_says_so() {
        script.next(4, Call.BALANCE, Fault.before(Fault.How.SERVER_ERROR));
        balances(supply, 4);
        long asked = asked();
        assertThat(buy(supply))
                .isInstanceOfSatisfying(
                        BuyAnswer.Refused.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.CIRCUIT_OPEN));
        assertThat(supply.sms(NUMBER)).isInstanceOf(SmsAnswer.Unavailable.class);
        assertThat(supply.cancel(NUMBER)).isInstanceOf(CancelAnswer.Unavailable.class);
        assertThat(supply.nextSms(NUMBER)).isInstanceOf(NextSmsAnswer.Unavailable.class);
        assertThat(supply.complete(NUMBER)).isFalse();
        assertThat(supply.active()).isInstanceOf(ActiveAnswer.Unavailable.class);
        assertThat(supply.priceList()).isInstanceOf(PriceListAnswer.Unavailable.class);
        assertThat(supply.balance()).isInstanceOf(BalanceAnswer.Unavailable.class);
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void fifty_times_no_numbers_do_not_open_it() {
        script.refuseNext(50, Refusal.NO_NUMBERS);
        for (int i = 0; i < 50; i++) {
            assertThat(buy(supply))
                    .isInstanceOfSatisfying(
                            BuyAnswer.Refused.class,
                            it -> assertThat(it.reason()).isEqualTo(Reason.NO_NUMBERS));
        }
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void what_the_provider_refuses_clearly_does_not_open_it() {
        for (int i = 0; i < 10; i++) {
            supply.buy(
                    new ServiceCode("whatsapp"), new CountryCode("US"), Money.usd("0.01"), "low");
            assertThat(supply.sms(NUMBER)).isInstanceOf(SmsAnswer.NotFound.class);
            assertThat(supply.cancel(NUMBER)).isInstanceOf(CancelAnswer.NotFound.class);
            supply.nextSms(NUMBER);
            supply.complete(NUMBER);
        }
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void a_key_that_is_not_taken_opens_it() {
        var stranger = process.guarded(fixture.supply(Protocol.SMS_ACTIVATE, "wrong"));
        for (int i = 0; i < 10; i++) {
            buy(stranger);
            stranger.balance();
        }
        Awaitility.await().until(() -> state() == CircuitState.OPEN);
    }

    @Test
    void our_own_limit_does_not_open_it() {
        var pace = new Pace(Duration.ofMillis(300), Duration.ofMillis(400), 1, 1);
        var slow = process.guarded(to(fixture.server.address(), pace));
        for (int i = 0; i < 8; i++) {
            slow.balance();
        }
        assertThat(fixture.server.received(Call.BALANCE)).isLessThan(4);
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void a_provider_that_cannot_be_reached_opens_it() {
        var nowhere = process.guarded(to(URI.create("http://127.0.0.1:1"), SHORT));
        for (int i = 0; i < 4; i++) {
            assertThat(buy(nowhere)).isInstanceOf(BuyAnswer.Refused.class);
        }
        assertThat(state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void answers_that_mean_nothing_open_it() {
        try (var liar = CannedProvider.saying("{\"status\":[[[[[\"OK\"]]]]]}")) {
            var lies = process.guarded(to(liar.address(), SHORT));
            lies.balance();
            lies.active();
            lies.sms(NUMBER);
            lies.cancel(NUMBER);
        }
        assertThat(state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void a_provider_that_turns_us_away_for_our_pace_opens_it() {
        try (var busy = new CannedProvider(new CannedProvider.Answer(429, ""))) {
            var supply = process.guarded(to(busy.address(), SHORT));
            for (int i = 0; i < 4; i++) {
                buy(supply);
            }
        }
        assertThat(state()).isEqualTo(CircuitState.OPEN);
    }

    private static final Pace SHORT =
            new Pace(Duration.ofMillis(300), Duration.ofMillis(700), 1_000, 8);

    private Supply to(URI address, Pace pace) {
        return fixture.supply(Protocol.SMS_ACTIVATE, "sandbox-key", address, pace, Tariff.DOLLARS);
    }

    private static BuyAnswer buy(Supply supply) {
        return supply.buy(new ServiceCode("whatsapp"), new CountryCode("US"), DEAR, "ref-1");
    }

    private static void balances(Supply supply, int times) {
        for (int i = 0; i < times; i++) {
            supply.balance();
        }
    }

    private CircuitState state() {
        return process.conditions.of(supply.provider()).circuit().state();
    }

    private long asked() {
        long all = 0;
        for (var call : Call.values()) {
            all += fixture.server.received(call);
        }
        return all;
    }
}

package com.nexnum.command.supply.balance;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.TestAgenda;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.SandboxFixture;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.Circuit;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.SupplyConditions.Condition;
import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceLow;
import com.nexnum.kernel.supply.SupplyConditionEvent.ProviderBalanceRestored;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.signal.Signals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider over real HTTP, and two processes that know what we have left there. */
class ReadBalancesTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private final SandboxFixture fixture = new SandboxFixture();
    private final List<EventMessage<?>> published = new CopyOnWriteArrayList<>();
    private final Signals ours = signals();
    private final Signals theirs = signals();
    private final Purses purses = TestPurses.on(DATABASE, ours, fixture.clock, published);
    private final Purses elsewhere = TestPurses.on(DATABASE, theirs, fixture.clock, published);
    private final Deque<CircuitState> states = new ArrayDeque<>();
    private final ReadBalances work =
            new ReadBalances(
                    new Suppliers(
                            List.of(
                                    new Supplier(
                                            fixture.supply(Protocol.SMS_ACTIVATE),
                                            null,
                                            new OpenLine()))),
                    conditions(),
                    TestPurses.watch(DATABASE, fixture.clock),
                    purses);

    private Signals signals() {
        var signals = new Signals(() -> DATABASE.dataSource().getConnection());
        signals.start();
        return signals;
    }

    /** Closed, unless a test says in which states the circuit is, one after the other. */
    private SupplyConditions conditions() {
        return _ -> {
            var state = Objects.requireNonNullElse(states.poll(), CircuitState.CLOSED);
            var circuit = new Circuit(state, false, null, null, "");
            return new Condition(circuit, Funds.ENOUGH, null, Duration.ZERO);
        };
    }

    @AfterEach
    void ended() {
        JdbcClient.create(DATABASE.dataSource()).sql("truncate supply_balance, agenda").update();
        ours.close();
        theirs.close();
        fixture.close();
    }

    @Test
    void a_low_balance_is_told_once_and_known_everywhere() {
        has("4.20");
        perform();
        has("4.10");
        perform();
        assertThat(published.stream().<Object>map(EventMessage::getPayload))
                .containsExactly(new ProviderBalanceLow(ACME, usd("4.20"), usd("10")));
        await().untilAsserted(
                        () -> assertThat(elsewhere.of(ACME).balance()).isEqualTo(usd("4.10")));
        has("40");
        perform();
        assertThat((Object) published.getLast().getPayload())
                .isEqualTo(new ProviderBalanceRestored(ACME, usd("40"), usd("10")));
    }

    @Test
    void at_zero_no_process_buys_there_until_the_balance_is_back() {
        has("0");
        perform();
        await().until(() -> !elsewhere.covers(ACME, usd("0.01")));
        has("30");
        perform();
        await().until(() -> elsewhere.covers(ACME, usd("0.01")));
    }

    @Test
    void a_refusal_for_want_of_funds_is_known_at_once_and_somebody_looks_soon() {
        TestPurses.watch(DATABASE, fixture.clock).begin(ACME);
        fixture.clock.forward(Duration.ofMinutes(-3));
        purses.refused(ACME, usd("0.50"));
        assertThat(purses.covers(ACME, usd("0.50"))).isFalse();
        await().until(() -> !elsewhere.covers(ACME, usd("0.50")));
        await().untilAsserted(() ->
                assertThat(agenda().entry(BalanceWatch.KIND, "acme"))
                        .hasValueSatisfying(entry ->
                                assertThat(entry.dueAt()).isEqualTo(fixture.clock.instant())));
        has("5");
        perform();
        assertThat(purses.covers(ACME, usd("0.50"))).isTrue();
    }

    @Test
    void a_balance_that_cannot_be_read_changes_nothing() {
        has("0");
        perform();
        fixture.server.script().next(1, Call.BALANCE, Fault.before(Fault.How.GARBAGE));
        assertThat(perform())
                .isEqualTo(new Outcome.Again(fixture.clock.instant().plusSeconds(60), ""));
        assertThat(purses.funds(ACME)).isEqualTo(Funds.EXHAUSTED);
    }

    @Test
    void a_circuit_that_is_half_open_is_tried_until_it_is_not() {
        states.addAll(List.of(CircuitState.HALF_OPEN, CircuitState.HALF_OPEN));
        perform();
        assertThat(fixture.server.received(Call.BALANCE)).isEqualTo(3);
    }

    @Test
    void a_trial_that_fails_is_the_last_one() {
        states.addAll(List.of(CircuitState.HALF_OPEN, CircuitState.HALF_OPEN));
        fixture.server.script().next(1, Call.BALANCE, Fault.before(Fault.How.SERVER_ERROR));
        perform();
        assertThat(fixture.server.received(Call.BALANCE)).isEqualTo(1);
    }

    @Test
    void a_provider_that_is_gone_is_asked_no_more() {
        assertThat(work.perform(new Due(BalanceWatch.KIND, "gone", 1, "")))
                .isEqualTo(new Outcome.Done());
    }

    private Outcome perform() {
        return work.perform(new Due(BalanceWatch.KIND, "acme", 1, ""));
    }

    private void has(String balance) {
        fixture.server.market().balance(Money.usd(balance));
    }

    private TestAgenda agenda() {
        return new TestAgenda(JdbcClient.create(DATABASE.dataSource()));
    }
}

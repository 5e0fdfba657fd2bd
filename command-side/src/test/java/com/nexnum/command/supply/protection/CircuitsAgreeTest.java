package com.nexnum.command.supply.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.SandboxFixture;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitClosed;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitOpened;
import com.nexnum.platform.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes that share a database, and a provider. */
class CircuitsAgreeTest {

    private static final ProviderSlug ACME = ProtectedProcess.ACME;
    private static final CustomerId ADMIN = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2c");

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private final SandboxFixture fixture = new SandboxFixture();
    private final ProtectedProcess first = process();
    private final ProtectedProcess second = process();
    private final Supply one = first.guarded(fixture.supply(Protocol.SMS_ACTIVATE));
    private final Supply other = second.guarded(fixture.supply(Protocol.FIVE_SIM));

    private ProtectedProcess process() {
        return new ProtectedProcess(DATABASE, CircuitTerms.QUICK, fixture.clock);
    }

    @AfterEach
    void ended() {
        first.close();
        second.close();
        fixture.close();
        JdbcClient.create(DATABASE.dataSource()).sql("truncate supply_circuit").update();
    }

    @Test
    void what_one_finds_out_the_other_heeds_at_once() {
        fails(one);
        awaitState(second, CircuitState.OPEN);
        long asked = fixture.server.received(Call.BALANCE);
        other.balance();
        assertThat(fixture.server.received(Call.BALANCE)).isEqualTo(asked);
        assertThat(second.conditions.of(ACME).circuit().until())
                .isEqualTo(fixture.clock.instant().plusSeconds(15));
    }

    @Test
    void what_both_find_out_is_told_once() {
        fixture.server.script().next(100, Call.BALANCE, Fault.before(Fault.How.SERVER_ERROR));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(one::balance);
                threads.execute(other::balance);
            }
        }
        awaitState(first, CircuitState.OPEN);
        awaitState(second, CircuitState.OPEN);
        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        first.circuits.look();
        second.circuits.look();
        assertThat(told()).hasSize(1).hasOnlyElementsOfType(CircuitOpened.class);
    }

    @Test
    void when_the_provider_works_again_all_call_it_again() {
        fails(one);
        awaitState(second, CircuitState.OPEN);
        fixture.server.script().calm();
        fixture.clock.forward(Duration.ofSeconds(15));
        assertThat(second.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.HALF_OPEN);
        other.balance();
        other.balance();
        other.balance();
        awaitState(first, CircuitState.CLOSED);
        assertThat(told()).hasSize(2);
        assertThat(second.told())
                .containsExactly(new CircuitClosed(ACME, AgreedCircuit.RECOVERED, null, false));
        assertThat(Stream.concat(first.sequences().stream(), second.sequences().stream()))
                .containsExactly(0L, 1L);
    }

    @Test
    void when_it_still_fails_all_wait_longer() {
        fails(one);
        awaitState(second, CircuitState.OPEN);
        fixture.clock.forward(Duration.ofSeconds(15));
        fails(other);
        await().untilAsserted(() ->
                assertThat(first.conditions.of(ACME).circuit().until())
                        .isEqualTo(fixture.clock.instant().plusSeconds(30)));
        assertThat(first.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void a_process_that_starts_later_knows_it() {
        fails(one);
        await().until(() -> !first.told().isEmpty());
        try (var third = process()) {
            assertThat(third.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.OPEN);
        }
    }

    @Test
    void what_was_not_heard_is_seen_at_the_next_look() {
        var deaf = process();
        deaf.close();
        fails(one);
        await().until(() -> !first.told().isEmpty());
        assertThat(deaf.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.CLOSED);
        deaf.circuits.look();
        assertThat(deaf.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void an_administrator_holds_it_open_in_all_of_them_until_he_lets_go() {
        first.circuits.hold(ACME, true, "they are moving house", ADMIN);
        awaitState(second, CircuitState.OPEN);
        assertThat(second.conditions.of(ACME).circuit().held()).isTrue();
        fixture.clock.forward(Duration.ofHours(1));
        other.balance();
        assertThat(fixture.server.received(Call.BALANCE)).isZero();
        second.circuits.letGo(ACME, "they have moved", ADMIN);
        awaitState(first, CircuitState.CLOSED);
        one.balance();
        assertThat(fixture.server.received(Call.BALANCE)).isEqualTo(1);
        assertThat(lastRecorded())
                .containsExactly(
                        "circuit.changed {\"state\":\"HELD_OPEN\"} {\"reason\":\"they have moved\",\"state\":\"CLOSED\"}",
                        "circuit.changed {\"state\":\"CLOSED\"} {\"reason\":\"they are moving house\",\"state\":\"HELD_OPEN\"}");
    }

    private static List<String> lastRecorded() {
        return JdbcClient.create(DATABASE.dataSource())
                .sql(
                        """
                        select concat_ws(' ', what, before, after) from audit_change
                         order by position desc limit 2
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void an_administrator_holds_it_closed_and_no_failure_opens_it() {
        first.circuits.hold(ACME, false, "we need them", ADMIN);
        await().until(() -> second.conditions.of(ACME).circuit().held());
        fails(other);
        fails(one);
        second.circuits.look();
        assertThat(second.conditions.of(ACME).circuit().state()).isEqualTo(CircuitState.CLOSED);
        assertThat(told()).hasSize(1);
    }

    private void fails(Supply supply) {
        fixture.server.script().next(4, Call.BALANCE, Fault.before(Fault.How.SERVER_ERROR));
        for (int i = 0; i < 4; i++) {
            supply.balance();
        }
    }

    private static void awaitState(ProtectedProcess process, CircuitState state) {
        await().untilAsserted(() -> {
            var circuit = process.conditions.of(ACME).circuit();
            assertThat(circuit.state()).isEqualTo(state);
            assertThat(Objects.requireNonNull(circuit.since())).isNotNull();
        });
    }

    private List<SupplyConditionEvent> told() {
        return Stream.concat(first.told().stream(), second.told().stream()).toList();
    }
}

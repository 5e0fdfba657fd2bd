package com.nexnum.command.supply.protection;

import static com.nexnum.command.supply.protection.CircuitTerms.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.protection.AgreedCircuit.State;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitClosed;
import com.nexnum.kernel.supply.SupplyConditionEvent.CircuitOpened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgreedCircuitTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private static final CustomerId ADMIN = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2c");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final AgreedCircuit UNTOUCHED = AgreedCircuit.untouched(ACME);

    @Test
    void opens_for_fifteen_seconds_and_tells_why() {
        var open = UNTOUCHED.opened("5 of 10 calls failed", NOON, USUAL);
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.changes()).isEqualTo(1);
        assertThat(open.told())
                .isEqualTo(
                        new CircuitOpened(
                                ACME, "5 of 10 calls failed", null, NOON.plusSeconds(15), 1));
    }

    @Test
    void waits_twice_as_long_each_time_in_a_row_and_never_longer_than_the_longest() {
        var waits = new ArrayList<Duration>();
        var now = NOON;
        var circuit = UNTOUCHED;
        for (int i = 0; i < 6; i++) {
            circuit = circuit.opened("again", now, USUAL);
            var until = Objects.requireNonNull(circuit.until());
            waits.add(Duration.between(now, until));
            now = until;
        }
        assertThat(waits.stream().map(Duration::toSeconds))
                .isEqualTo(List.of(15L, 30L, 60L, 60L, 60L, 60L));
    }

    @Test
    void one_that_fails_again_soon_after_it_closed_goes_on_where_it_was() {
        var closed = UNTOUCHED.opened("", NOON, USUAL).closed(NOON.plusSeconds(15));
        var soon = closed.opened("", NOON.plusSeconds(74), USUAL);
        assertThat(soon.inARow()).isEqualTo(2);
    }

    @Test
    void one_that_worked_for_a_while_begins_anew() {
        var closed = UNTOUCHED.opened("", NOON, USUAL).closed(NOON.plusSeconds(15));
        var later = closed.opened("", NOON.plusSeconds(15 + 60), USUAL);
        assertThat(later.inARow()).isEqualTo(1);
    }

    @Test
    void closes_when_trial_calls_go_well_and_only_when_it_was_open() {
        var closed = UNTOUCHED.opened("", NOON, USUAL).closed(NOON.plusSeconds(15));
        assertThat(closed.told())
                .isEqualTo(new CircuitClosed(ACME, AgreedCircuit.RECOVERED, null, false));
        assertThat(closed.closed(NOON.plusSeconds(20))).isSameAs(closed);
        assertThat(UNTOUCHED.closed(NOON)).isSameAs(UNTOUCHED);
    }

    @Test
    void what_an_administrator_holds_no_call_changes() {
        var open = UNTOUCHED.held(true, "they are moving house", ADMIN, NOON);
        assertThat(open.told())
                .isEqualTo(new CircuitOpened(ACME, "they are moving house", ADMIN, null, 0));
        assertThat(open.closed(NOON)).isSameAs(open);
        var closed = open.held(false, "we need them", ADMIN, NOON);
        assertThat(closed.told()).isEqualTo(new CircuitClosed(ACME, "we need them", ADMIN, true));
        assertThat(closed.opened("failing", NOON, USUAL)).isSameAs(closed);
    }

    @Test
    void once_let_go_it_is_closed_and_opens_by_itself_again() {
        var held = UNTOUCHED.held(true, "they are moving house", ADMIN, NOON);
        var free = held.letGo("they have moved", ADMIN, NOON);
        assertThat(free.told()).isEqualTo(new CircuitClosed(ACME, "they have moved", ADMIN, false));
        assertThat(free.opened("failing", NOON, USUAL).state()).isEqualTo(State.OPEN);
        assertThat(free.letGo("once more", ADMIN, NOON)).isSameAs(free);
    }
}

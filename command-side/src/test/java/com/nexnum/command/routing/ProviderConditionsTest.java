package com.nexnum.command.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.purchase.ScriptedSupply;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Preference;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.Circuit;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderConditionsTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");
    private final OpenLine line = new OpenLine();
    private final Suppliers suppliers =
            new Suppliers(
                    List.of(
                            new Supplier(
                                    new ScriptedSupply("acme", "0.10"),
                                    null,
                                    line,
                                    new Preference(1, 250, null))));
    private final ConfiguredProviders configured = new ConfiguredProviders(suppliers);

    @Test
    void what_the_operator_prefers_is_said() {
        assertThat(configured.of(ACME).rank()).isEqualTo(1);
        assertThat(configured.of(ACME).percent()).isEqualTo(250);
        assertThat(configured.of(ACME).obstacles()).isEmpty();
    }

    @Test
    void one_that_is_gone_is_like_the_others_and_sells_nothing() {
        var gone = configured.of(new ProviderSlug("gone"));
        assertThat(gone.rank()).isEqualTo(Condition.USUAL.rank());
        assertThat(gone.obstacles()).containsExactly(Obstacle.PAUSED);
    }

    @Test
    void one_that_is_paused_stands_aside() {
        suppliers.openForSale(ACME, false);
        assertThat(configured.of(ACME).obstacles()).containsExactly(Obstacle.PAUSED);
    }

    @Test
    void one_where_calls_queue_is_busy() {
        assertThat(configured.of(ACME).busy()).isFalse();
        line.busy = true;
        assertThat(configured.of(ACME).busy()).isTrue();
        assertThat(configured.of(new ProviderSlug("gone")).busy()).isFalse();
    }

    @Test
    void one_whose_circuit_is_open_stands_aside_and_one_on_trial_is_busy() {
        assertThat(guarded(CircuitState.OPEN, Funds.ENOUGH).obstacles())
                .containsExactly(Obstacle.BREAKER_OPEN);
        var onTrial = guarded(CircuitState.HALF_OPEN, Funds.ENOUGH);
        assertThat(onTrial.busy()).isTrue();
        assertThat(onTrial.obstacles()).isEmpty();
        assertThat(guarded(CircuitState.CLOSED, Funds.ENOUGH).busy()).isFalse();
    }

    @Test
    void one_where_nothing_of_ours_is_left_stands_aside_and_one_where_little_is_does_not() {
        assertThat(guarded(CircuitState.CLOSED, Funds.EXHAUSTED).obstacles())
                .containsExactly(Obstacle.NO_FUNDS);
        assertThat(guarded(CircuitState.CLOSED, Funds.LOW).obstacles()).isEmpty();
        assertThat(guarded(CircuitState.CLOSED, Funds.LOW).balance()).isEqualTo(Money.usd("3"));
    }

    private static Condition guarded(CircuitState state, Funds funds) {
        SupplyConditions known =
                _ ->
                        new SupplyConditions.Condition(
                                new Circuit(state, false, null, null, ""),
                                funds,
                                Money.usd("3"),
                                Duration.ZERO);
        return new GuardedProviders(known).of(ACME);
    }
}

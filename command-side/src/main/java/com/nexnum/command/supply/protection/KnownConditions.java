package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.balance.Purses;
import com.nexnum.command.supply.health.CallBook;
import com.nexnum.kernel.supply.ProviderSlug;
import org.springframework.stereotype.Component;

/** The conditions of providers as this process has them in memory. */
@Component
class KnownConditions implements SupplyConditions {

    private final Circuits circuits;
    private final Purses purses;
    private final CallBook book;

    KnownConditions(Circuits circuits, Purses purses, CallBook book) {
        this.circuits = circuits;
        this.purses = purses;
        this.book = book;
    }

    @Override
    public Condition of(ProviderSlug provider) {
        var purse = purses.of(provider);
        return new Condition(
                circuit(circuits.of(provider)),
                purses.funds(provider),
                purse.balance(),
                book.latency(provider));
    }

    private static Circuit circuit(Breaker breaker) {
        var agreed = breaker.agreed();
        return new Circuit(
                state(breaker),
                agreed.isHeld(),
                agreed.changes() == 0 ? null : agreed.since(),
                agreed.until(),
                agreed.why());
    }

    private static CircuitState state(Breaker breaker) {
        if (breaker.isOpen()) {
            return CircuitState.OPEN;
        }
        return breaker.isHalfOpen() ? CircuitState.HALF_OPEN : CircuitState.CLOSED;
    }
}

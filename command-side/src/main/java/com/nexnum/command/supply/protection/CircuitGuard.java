package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.SupplyGuard;
import com.nexnum.command.supply.balance.Purses;
import com.nexnum.command.supply.health.CallBook;
import org.springframework.stereotype.Component;

/** Puts a circuit before each provider. */
@Component
class CircuitGuard implements SupplyGuard {

    private final Circuits circuits;
    private final Purses purses;
    private final CallBook book;

    CircuitGuard(Circuits circuits, Purses purses, CallBook book) {
        this.circuits = circuits;
        this.purses = purses;
        this.book = book;
    }

    @Override
    public Supply around(Supply supply) {
        var circuit = circuits.of(supply.provider());
        return new ProtectedSupply(supply, circuit, purses, book);
    }
}

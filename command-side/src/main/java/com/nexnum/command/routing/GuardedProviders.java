package com.nexnum.command.routing;

import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.SupplyConditions.Funds;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Who is not asked now, because its calls fail or nothing of ours is left there. */
@Component
class GuardedProviders implements ProviderConditions {

    private final SupplyConditions supply;

    GuardedProviders(SupplyConditions supply) {
        this.supply = supply;
    }

    @Override
    public Condition of(ProviderSlug provider) {
        var known = supply.of(provider);
        var obstacles = EnumSet.noneOf(Obstacle.class);
        if (known.circuit().state() == CircuitState.OPEN) {
            obstacles.add(Obstacle.BREAKER_OPEN);
        }
        if (known.funds() == Funds.EXHAUSTED) {
            obstacles.add(Obstacle.NO_FUNDS);
        }
        // While a few calls find out whether it works again, others are asked first.
        boolean busy = known.circuit().state() == CircuitState.HALF_OPEN;
        return new Condition(null, null, obstacles, busy, known.balance());
    }
}

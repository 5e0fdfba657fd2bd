package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.command.supply.SupplyConditions.Condition;
import com.nexnum.command.supply.SupplyConditions.Funds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether every provider is called and paid. If not, the process still serves: the status is one
 * that no load balancer acts upon.
 */
@Component("supplyHealthIndicator")
final class SupplyHealthIndicator extends AbstractHealthIndicator {

    private static final Status DEGRADED =
            new Status("DEGRADED", "It serves, and somebody should look");

    private final Suppliers suppliers;
    private final SupplyConditions conditions;

    SupplyHealthIndicator(Suppliers suppliers, SupplyConditions conditions) {
        super("The conditions of providers cannot be told");
        this.suppliers = suppliers;
        this.conditions = conditions;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var troubled = false;
        for (var supply : suppliers.all()) {
            var condition = conditions.of(supply.provider());
            troubled |= isTroubled(condition);
            health.withDetail(supply.provider().value(), details(condition));
        }
        health.status(troubled ? DEGRADED : Status.UP);
    }

    private static boolean isTroubled(Condition condition) {
        return condition.circuit().state() != CircuitState.CLOSED
                || condition.funds() != Funds.ENOUGH;
    }

    private static Map<String, Object> details(Condition condition) {
        var circuit = condition.circuit();
        var details = new LinkedHashMap<String, Object>();
        details.put("circuit", circuit.state());
        details.put("held", circuit.held());
        if (circuit.since() != null) {
            details.put("since", circuit.since().toString());
            details.put("why", circuit.why());
        }
        if (circuit.until() != null) {
            details.put("until", circuit.until().toString());
        }
        details.put("funds", condition.funds());
        if (condition.balance() != null) {
            details.put("balance", condition.balance().decimal());
        }
        details.put("latencyMillis", condition.latency().toMillis());
        return details;
    }
}

package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.balance.Purses;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.web.Amount;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The conditions of providers for people. */
@Component
class ConditionViews {

    private final SupplyConditions conditions;
    private final Circuits circuits;
    private final Purses purses;

    ConditionViews(SupplyConditions conditions, Circuits circuits, Purses purses) {
        this.conditions = conditions;
        this.circuits = circuits;
        this.purses = purses;
    }

    ConditionView of(ProviderSlug provider) {
        var condition = conditions.of(provider);
        var circuit = condition.circuit();
        var by = circuits.of(provider).agreed().by();
        return new ConditionView(
                provider.value(),
                word(circuit.state()),
                circuit.held(),
                circuit.since(),
                circuit.until(),
                circuit.why(),
                by == null ? null : by.value(),
                condition.latency().toMillis(),
                balance(provider, condition));
    }

    private ConditionView.Balance balance(
            ProviderSlug provider, SupplyConditions.Condition condition) {
        var balance = condition.balance();
        return new ConditionView.Balance(
                balance == null ? null : amount(balance),
                purses.of(provider).readAt(),
                amount(purses.alert(provider)),
                word(condition.funds()));
    }

    private static Amount amount(Money money) {
        return new Amount(money.decimal(), money.currency().name());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.Condition;
import com.nexnum.kernel.supply.ProviderSlug;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The conditions of providers as metrics; new providers get theirs within a minute. */
@Component
class ConditionGauges {

    private final Set<ProviderSlug> registered = ConcurrentHashMap.newKeySet();
    private final Suppliers suppliers;
    private final SupplyConditions conditions;
    private final MeterRegistry registry;

    ConditionGauges(Suppliers suppliers, SupplyConditions conditions, MeterRegistry registry) {
        this.suppliers = suppliers;
        this.conditions = conditions;
        this.registry = registry;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void register() {
        for (var supply : suppliers.all()) {
            if (registered.add(supply.provider())) {
                register(supply.provider());
            }
        }
    }

    private void register(ProviderSlug provider) {
        gauge(
                "nexnum.supply.circuit",
                "0 closed, 1 half open, 2 open",
                provider,
                ConditionGauges::circuit);
        gauge(
                "nexnum.supply.funds",
                "0 enough or not known, 1 below the alert, 2 nothing left",
                provider,
                ConditionGauges::funds);
    }

    private void gauge(
            String name,
            String description,
            ProviderSlug provider,
            Function<Condition, Number> figure) {
        Gauge.builder(name, () -> figure.apply(conditions.of(provider)))
                .description(description)
                .tag("provider", provider.value())
                .register(registry);
    }

    private static int circuit(Condition condition) {
        return switch (condition.circuit().state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    private static int funds(Condition condition) {
        return switch (condition.funds()) {
            case ENOUGH -> 0;
            case LOW -> 1;
            case EXHAUSTED -> 2;
        };
    }
}

package com.nexnum.command.routing;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom the operator prefers, who is paused, and where purchases queue. */
@Component
class ConfiguredProviders implements ProviderConditions {

    private final Suppliers suppliers;

    ConfiguredProviders(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public Condition of(ProviderSlug provider) {
        var obstacles =
                suppliers.selling(provider).isPresent()
                        ? Set.<Obstacle>of()
                        : Set.of(Obstacle.PAUSED);
        var preference = suppliers.preference(provider);
        return new Condition(
                preference.priority(),
                preference.weight(),
                obstacles,
                suppliers.isBusy(provider),
                null);
    }
}

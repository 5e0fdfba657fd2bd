package com.nexnum.command.routing;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What administrators say of the providers that they registered, and who is paused. The properties
 * speak for those that stand there ({@link RoutePreferences}).
 */
@Component
class RegisteredProviders implements ProviderConditions {

    private final Suppliers suppliers;

    RegisteredProviders(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public Condition of(ProviderSlug provider) {
        var obstacles =
                suppliers.selling(provider).isPresent()
                        ? Set.<Obstacle>of()
                        : Set.of(Obstacle.PAUSED);
        if (suppliers.isFixed(provider)) {
            return new Condition(null, null, obstacles, false, null);
        }
        var preference = suppliers.preference(provider);
        return new Condition(preference.priority(), preference.weight(), obstacles, false, null);
    }
}

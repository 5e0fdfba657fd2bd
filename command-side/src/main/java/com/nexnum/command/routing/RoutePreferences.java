package com.nexnum.command.routing;

import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whom the operator prefers, among the properties of providers. */
@ConfigurationProperties("nexnum.supply")
record RoutePreferences(@DefaultValue Map<String, Provider> providers)
        implements ProviderConditions {

    private static final int HIGHEST = 10_000;

    RoutePreferences {
        providers = Map.copyOf(providers);
        providers.forEach((slug, given) -> {
            require(slug, "priority", given.priority());
            require(slug, "weight", given.weight());
        });
    }

    @Override
    public Condition of(ProviderSlug provider) {
        var given = providers.get(provider.value());
        return given == null
                ? Condition.USUAL
                : new Condition(given.priority(), given.weight(), Set.of(), false, null);
    }

    private static void require(String slug, String name, int value) {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException(
                    "nexnum.supply.providers." + slug + "." + name + " must be 1 to 10000");
        }
    }

    /**
     * @param priority lower goes first, as long as it has numbers and is not busy
     * @param weight in percent
     */
    record Provider(@DefaultValue("100") int priority, @DefaultValue("100") int weight) {}
}

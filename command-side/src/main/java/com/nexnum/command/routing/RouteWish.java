package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Draw;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.supply.ProviderSlug;
import org.jspecify.annotations.Nullable;

/**
 * What a way is sought to.
 *
 * @param maxPrice the most that the customer pays; null for the best price listed now
 * @param provider only this one, when the customer named it
 * @param seed the same seed, past and prices lead to the same route
 */
public record RouteWish(
        ServiceCode service,
        CountryCode country,
        @Nullable Money maxPrice,
        RouteSort sort,
        @Nullable ProviderSlug provider,
        long seed) {

    /** Of two purchases that ask alike each draws for itself. */
    public static long seedOf(ActivationId activation) {
        return Draw.of(activation.value()).seed();
    }

    /** The same wish of somebody else. */
    public RouteWish withSeed(long other) {
        return new RouteWish(service, country, maxPrice, sort, provider, other);
    }
}

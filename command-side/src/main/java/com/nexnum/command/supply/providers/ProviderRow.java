package com.nexnum.command.supply.providers;

import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is registered.
 *
 * @param version in use; 0 for one of the properties
 * @param told how many events its stream has
 */
record ProviderRow(ProviderSlug slug, int version, @Nullable ProviderPaused pause, long told) {

    static ProviderRow none(ProviderSlug slug) {
        return new ProviderRow(slug, 0, null, 0);
    }
}

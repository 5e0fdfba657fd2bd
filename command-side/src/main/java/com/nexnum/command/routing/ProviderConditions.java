package com.nexnum.command.routing;

import com.nexnum.kernel.supply.ProviderSlug;

/**
 * Whoever knows something about providers that routing should heed. Every bean of this kind is
 * asked for every candidate of every purchase, and answers from memory.
 */
@FunctionalInterface
public interface ProviderConditions {

    /** {@link Condition#USUAL} for a provider that is unknown here. */
    Condition of(ProviderSlug provider);
}

package com.nexnum.command.supply;

import com.nexnum.kernel.supply.ProviderSlug;

/** Finds the code book for a provider. */
@FunctionalInterface
public interface CodeBooks {

    CodeBook of(ProviderSlug provider, Protocol protocol);
}

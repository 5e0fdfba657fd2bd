package com.nexnum.command.supply;

import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.kernel.supply.ProviderSlug;

/** Makes the code book of a provider out of what its document says of its words. */
@FunctionalInterface
public interface CodeBooks {

    CodeBook of(ProviderSlug provider, Codes codes);
}

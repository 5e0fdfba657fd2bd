package com.nexnum.command.supply.providers;

import com.nexnum.command.decision.Rejection;
import com.nexnum.kernel.supply.ProviderSlug;

/** Why a provider's registration said no. */
sealed interface ProviderRejection extends Rejection {

    record ProviderUnknown(ProviderSlug provider) implements ProviderRejection {}

    /** It stands in the properties of the processes, where only who runs them changes it. */
    record StandsInProperties(ProviderSlug provider) implements ProviderRejection {}

    record VersionUnknown(ProviderSlug provider, int version) implements ProviderRejection {}

    /** The caller does not say which version he has seen. */
    record VersionNotNamed(ProviderSlug provider, int version) implements ProviderRejection {}

    /** Somebody else was faster. */
    record ChangedMeanwhile(ProviderSlug provider, int seen, int version)
            implements ProviderRejection {}
}

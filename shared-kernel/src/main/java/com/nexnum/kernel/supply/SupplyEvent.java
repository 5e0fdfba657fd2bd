package com.nexnum.kernel.supply;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.Named;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happens to the providers that numbers are bought from. No secret stands in any of it. */
public sealed interface SupplyEvent {

    ProviderSlug provider();

    @Named("supply.provider-registered")
    @Revision("1")
    record ProviderRegistered(ProviderSlug provider, CustomerId by, Instant at)
            implements SupplyEvent {}

    /**
     * @param version 1 for the first, then one more each
     * @param changes from the version before to this one; from nothing to the first
     * @param restores the version that this one is a copy of, when it was made as one
     */
    @Named("supply.provider-configured")
    @Revision("1")
    record ProviderConfigured(
            ProviderSlug provider,
            int version,
            CustomerId by,
            Instant at,
            List<Change> changes,
            @Nullable Integer restores)
            implements SupplyEvent {

        public ProviderConfigured {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param names which were set or taken away
     */
    @Named("supply.provider-secrets-replaced")
    @Revision("1")
    record ProviderSecretsReplaced(
            ProviderSlug provider, List<String> names, CustomerId by, Instant at)
            implements SupplyEvent {

        public ProviderSecretsReplaced {
            names = List.copyOf(names);
        }
    }

    /**
     * Nothing is bought there from now on; numbers that are held go on.
     *
     * @param by absent when nobody asked for it: the provider's document cannot be used
     */
    @Named("supply.provider-paused")
    @Revision("1")
    record ProviderPaused(ProviderSlug provider, String reason, @Nullable CustomerId by, Instant at)
            implements SupplyEvent {}

    @Named("supply.provider-resumed")
    @Revision("1")
    record ProviderResumed(ProviderSlug provider, String reason, CustomerId by, Instant at)
            implements SupplyEvent {}

    /**
     * One step of a JSON Patch (RFC 6902). Arrays are replaced as a whole.
     *
     * @param path a JSON pointer into the configuration
     * @param value JSON as text; absent when something is removed
     */
    record Change(Op op, String path, @Nullable String value) {}

    /** What a step of a patch does. */
    enum Op {
        ADD,
        REMOVE,
        REPLACE
    }
}

package com.nexnum.command.supply.providers;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a provider's registration. */
sealed interface ProviderCommand {

    ProviderSlug provider();

    /**
     * @param changes from what is in use to what is wanted; none when it is the same
     * @param seen the version that the caller changes; 0 for none yet, absent when he names none
     */
    record Configure(
            ProviderSlug provider,
            List<Change> changes,
            @Nullable Integer seen,
            CustomerId by,
            Instant now)
            implements ProviderCommand {

        public Configure {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Makes an earlier version the newest one.
     *
     * @param version which one
     * @param changes from what is in use to that version
     */
    record Restore(
            ProviderSlug provider,
            int version,
            List<Change> changes,
            @Nullable Integer seen,
            CustomerId by,
            Instant now)
            implements ProviderCommand {

        public Restore {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param names those that are set or taken away
     */
    record ReplaceSecrets(ProviderSlug provider, List<String> names, CustomerId by, Instant now)
            implements ProviderCommand {

        public ReplaceSecrets {
            names = List.copyOf(names);
        }
    }

    /**
     * @param by absent when the platform itself pauses
     */
    record Pause(ProviderSlug provider, String reason, @Nullable CustomerId by, Instant now)
            implements ProviderCommand {}

    record Resume(ProviderSlug provider, String reason, CustomerId by, Instant now)
            implements ProviderCommand {}
}

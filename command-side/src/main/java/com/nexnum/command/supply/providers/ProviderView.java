package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.providers.DocumentProblems.Mistake;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A provider as administrators see it; of its secrets only that they are there.
 *
 * @param version of the configuration; absent for a provider of the properties
 * @param missingSecrets without which nothing is bought
 * @param document in our form
 * @param given as it was written, when that was in another form
 * @param notes what of it has no use here
 */
record ProviderView(
        ProviderSlug slug,
        Source source,
        Status status,
        @Nullable Integer version,
        @Nullable CustomerId changedBy,
        @Nullable Instant changedAt,
        @Nullable Integer restores,
        @Nullable Pause pause,
        List<Secret> secrets,
        List<String> missingSecrets,
        @Nullable JsonNode document,
        @Nullable JsonNode given,
        @Nullable JsonNode policy,
        List<Mistake> notes) {

    /** Who says what it is like. */
    enum Source {
        DATABASE,
        PROPERTIES
    }

    /** Whether numbers are bought there. */
    enum Status {
        ACTIVE,
        PAUSED,
        /** It waits for secrets. */
        INCOMPLETE
    }

    /**
     * @param by absent when the platform itself paused it
     */
    record Pause(String reason, @Nullable CustomerId by, Instant at) {}

    /**
     * @param value never more than dots
     */
    record Secret(String name, String value, CustomerId changedBy, Instant changedAt) {

        static Secret of(ProviderSecrets.Kept kept) {
            return new Secret(kept.name(), "••••••", kept.by(), kept.at());
        }
    }
}

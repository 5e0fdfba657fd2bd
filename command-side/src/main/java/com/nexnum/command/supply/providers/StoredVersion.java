package com.nexnum.command.supply.providers;

import com.nexnum.kernel.identity.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One configuration of a provider, for ever.
 *
 * @param restores the version that it is a copy of, when it was made as one
 */
record StoredVersion(
        int version,
        Configuration configuration,
        CustomerId by,
        Instant at,
        @Nullable Integer restores) {}

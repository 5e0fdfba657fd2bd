package com.nexnum.command.supply.protection;

import com.nexnum.platform.web.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a provider.
 *
 * @param state {@code closed}, {@code half-open} or {@code open}
 * @param held whether it stays so until an administrator says otherwise
 * @param until when it is tried again, where it is open by itself
 * @param by the administrator who changed it last, if one it was
 * @param latencyMillis how long its calls take this process now; 0 before the first
 */
record ConditionView(
        String provider,
        String state,
        boolean held,
        @Nullable Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable String by,
        long latencyMillis,
        Balance balance) {

    /**
     * @param amount what we have left there; absent until it was read once
     * @param alert below this, somebody is told
     * @param funds {@code enough}, {@code low}, or {@code exhausted}: nothing is bought there
     */
    record Balance(@Nullable Amount amount, @Nullable Instant readAt, Amount alert, String funds) {}
}

package com.nexnum.platform.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events of one sequence that wait behind the first of them, which a group could not handle.
 *
 * @param id of the first one's dead letter
 * @param eventId of the first
 * @param eventName its durable name, as it is stored
 * @param position of the first in the store
 * @param causeType the class of what was thrown; absent when it only waited behind another
 * @param cause what it said, without anything that may be somebody's
 * @param behind how many wait behind the first
 * @param attempts how often it was tried again
 */
public record WaitingSequence(
        String id,
        String group,
        String sequence,
        String eventId,
        String eventName,
        @Nullable Long position,
        @Nullable String causeType,
        @Nullable String cause,
        Instant since,
        long behind,
        int attempts,
        Instant retryAt) {}

package com.nexnum.command.platform.deadletters;

import com.nexnum.platform.deadletters.Letter;
import com.nexnum.platform.deadletters.MaskedPayload;
import com.nexnum.platform.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event that waits.
 *
 * @param payload the event's own, with what is sealed or unknown left out; null when it is no JSON
 *     object
 */
record LetterView(
        String id,
        String group,
        String sequence,
        long index,
        String eventId,
        String eventName,
        @Nullable String revision,
        @Nullable Long position,
        @Nullable String stream,
        @Nullable Long streamSequence,
        Instant occurredAt,
        Instant since,
        @Nullable String causeType,
        @Nullable String cause,
        int attempts,
        Instant retryAt,
        @Nullable JsonNode payload) {

    static LetterView of(Letter letter, Caller caller) {
        return new LetterView(
                letter.id(),
                letter.group(),
                letter.sequence(),
                letter.index(),
                letter.eventId(),
                letter.eventName(),
                letter.revision(),
                letter.position(),
                letter.stream(),
                letter.streamSequence(),
                letter.occurredAt(),
                letter.since(),
                letter.causeType(),
                letter.cause(),
                letter.attempts(),
                letter.retryAt(),
                MaskedPayload.of(letter, caller.roles()));
    }
}

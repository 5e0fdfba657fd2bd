package com.nexnum.query.audittrail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One sensitive change.
 *
 * @param actor the id of who did it, or {@code platform}
 * @param address where the request came from; {@code erased} once the actor was
 * @param what a stable name: {@code adjustment.approved}
 * @param subject the id of what was changed
 * @param before what was there, by name; null when there was nothing
 */
record RecordedChange(
        String id,
        Instant at,
        String actor,
        String address,
        String requestId,
        String what,
        String subject,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {}

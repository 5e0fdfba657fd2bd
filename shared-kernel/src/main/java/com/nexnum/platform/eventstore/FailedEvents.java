package com.nexnum.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** Events on which a handler of this process failed lately. */
@Component
class FailedEvents {

    private final Cache<String, Boolean> identifiers =
            Caffeine.newBuilder().maximumSize(10_000).build();

    void add(String eventIdentifier) {
        identifiers.put(eventIdentifier, true);
    }

    boolean contains(String eventIdentifier) {
        return identifiers.getIfPresent(eventIdentifier) != null;
    }
}

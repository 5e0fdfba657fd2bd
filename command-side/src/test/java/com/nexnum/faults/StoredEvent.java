package com.nexnum.faults;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A row of the event store. */
record StoredEvent(String stream, long sequence, String name, JsonNode payload) {

    private static final Pattern PART = Pattern.compile("(?:act|ord|hold)_(.+)");

    String text(String pointer) {
        return payload.at(pointer).asString("");
    }

    long micros() {
        return payload.at("/amount/micros").asLong(0);
    }

    /** What names its purchase, if it is part of one. */
    Optional<String> purchase() {
        var subject = name.startsWith("wallet.") ? text("/holdId") : stream;
        var part = PART.matcher(subject);
        return part.matches() ? Optional.of(part.group(1)) : Optional.empty();
    }
}

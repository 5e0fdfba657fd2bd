package com.nexnum.command.supply.engine.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Finds JSON by how a body begins; what its header says of it is often wrong. */
final class Body {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Body() {}

    /** Maps, lists, strings, flags and exact numbers; null for anything but an object or array. */
    static @Nullable Object json(String body) {
        var text = body.strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}

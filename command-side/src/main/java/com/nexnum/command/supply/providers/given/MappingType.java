package com.nexnum.command.supply.providers.given;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a mapping says that an answer is built. */
enum MappingType {
    JSON_OBJECT,
    JSON_ARRAY,
    JSON_DICTIONARY,
    JSON_VALUE,
    JSON_ARRAY_POSITIONAL,
    JSON_KEYED_VALUE,
    JSON_NESTED_ARRAY,
    TEXT_REGEX,
    TEXT_LINES;

    static @Nullable MappingType of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst().orElse(null);
    }

    static String words() {
        return Stream.of(values()).map(MappingType::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows stand under keys. */
    boolean isKeyed() {
        return this == JSON_DICTIONARY || this == JSON_KEYED_VALUE || this == JSON_NESTED_ARRAY;
    }
}

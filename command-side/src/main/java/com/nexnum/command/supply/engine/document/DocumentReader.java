package com.nexnum.command.supply.engine.document;

import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents strictly: an unknown name in one is a mistake, not an extension. */
public final class DocumentReader {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private DocumentReader() {}

    /**
     * @throws DocumentMistake with the place of the first mistake
     */
    public static ProviderDocument read(JsonNode json) {
        try {
            return JSON.treeToValue(json, ProviderDocument.class);
        } catch (JacksonException e) {
            throw new DocumentMistake(pointer(e), reason(e));
        }
    }

    /**
     * @throws DocumentMistake when it is not JSON, or not a document
     */
    public static ProviderDocument read(String text) {
        return read(tree(text));
    }

    /**
     * @throws DocumentMistake when it is not JSON
     */
    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new DocumentMistake("", "not JSON: " + e.getOriginalMessage());
        }
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "" + step.getIndex()
                                : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String reason(JacksonException e) {
        var cause = e.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
        return Objects.requireNonNullElse(cause, e.getOriginalMessage());
    }
}

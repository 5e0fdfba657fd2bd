package com.nexnum.command.supply.engine.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of documents, as it is published. */
public final class DocumentSchema {

    private static final String RESOURCE = "/providers/provider.schema.json";
    private static final String TEXT = load();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

    private DocumentSchema() {}

    public static String text() {
        return TEXT;
    }

    /** Everything in the document that the schema forbids; empty when there is nothing. */
    public static List<DocumentMistake> mistakesIn(JsonNode document) {
        return SCHEMA.validate(document).stream()
                .map(it ->
                        new DocumentMistake(it.getInstanceLocation().toString(), it.getMessage()))
                .toList();
    }

    private static String load() {
        try (var in = DocumentSchema.class.getResourceAsStream(RESOURCE)) {
            var bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

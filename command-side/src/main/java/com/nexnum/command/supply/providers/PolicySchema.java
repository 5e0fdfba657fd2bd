package com.nexnum.command.supply.providers;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of what stands beside a document. */
final class PolicySchema {

    private static final String RESOURCE = "/providers/policy.schema.json";
    private static final String TEXT = load();
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

    private PolicySchema() {}

    static String text() {
        return TEXT;
    }

    static List<DocumentMistake> mistakesIn(JsonNode policy) {
        return SCHEMA.validate(policy).stream()
                .map(it ->
                        new DocumentMistake("/policy" + it.getInstanceLocation(), it.getMessage()))
                .toList();
    }

    private static String load() {
        try (var in = PolicySchema.class.getResourceAsStream(RESOURCE)) {
            var bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

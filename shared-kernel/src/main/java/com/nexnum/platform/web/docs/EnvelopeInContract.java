package com.nexnum.platform.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.TreeMap;

/** Declares the error envelope as the default answer of every operation. */
final class EnvelopeInContract {

    private static final String NAME = "ErrorEnvelope";

    static void addTo(OpenAPI contract) {
        contract.getComponents().addSchemas(NAME, envelope());
        var paths = contract.getPaths();
        if (paths == null) {
            return;
        }
        // springdoc keeps the order of discovery, which differs from one JVM to the next.
        var sorted = new TreeMap<>(paths);
        paths.clear();
        paths.putAll(sorted);
        paths.values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(EnvelopeInContract::addTo);
    }

    private static void addTo(Operation operation) {
        var reference = new Schema<Object>().$ref("#/components/schemas/" + NAME);
        var content =
                new Content().addMediaType("application/json", new MediaType().schema(reference));
        operation
                .getResponses()
                .addApiResponse(
                        ApiResponses.DEFAULT,
                        new ApiResponse()
                                .description("Refused: decide by error.code")
                                .content(content));
    }

    private static Schema<?> envelope() {
        return object(
                Map.of(
                        "error",
                        object(
                                Map.of(
                                        "code", text("Stable, upper case with underscores"),
                                        "message", text("A sentence for people"),
                                        "details", object(Map.of()),
                                        "timestamp", text("When, an ISO-8601 instant in UTC"),
                                        "requestId", text("To quote when asking for help")))));
    }

    private static Schema<?> object(Map<String, Schema<?>> properties) {
        var object = new Schema<Object>();
        object.addType("object");
        new TreeMap<>(properties).forEach(object::addProperty);
        object.setRequired(properties.keySet().stream().sorted().toList());
        return object;
    }

    private static Schema<?> text(String description) {
        var text = new Schema<Object>();
        text.addType("string");
        text.setDescription(description);
        return text;
    }

    private EnvelopeInContract() {}
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of the provider, each with the mapping of its answer. */
final class GivenEndpoints {

    private final ObjectNode given;
    private final ObjectNode document;
    private final boolean isHandler;
    private final Findings findings;

    /**
     * @param isHandler whether the provider speaks the SMS-Activate protocol
     */
    GivenEndpoints(ObjectNode given, ObjectNode document, boolean isHandler, Findings findings) {
        this.given = given;
        this.document = document;
        this.isHandler = isHandler;
        this.findings = findings;
    }

    void write() {
        endpoints();
        unusedMappings();
    }

    private void endpoints() {
        findings.origin("/endpoints", "/endpoints");
        var target = document.putObject("endpoints");
        for (var field : given.path("endpoints").properties()) {
            var pointer = Findings.at("/endpoints", field.getKey());
            var plain = field.getKey().toLowerCase(Locale.ROOT);
            if (!field.getValue().isObject()) {
                findings.mistake(pointer, "an endpoint is a JSON object");
            } else if (EndpointNames.UNUSED.contains(plain)) {
                unused(pointer, field.getKey());
            } else if (plain.equals(EndpointNames.SET_STATUS)) {
                setStatus(pointer, field.getValue(), target);
            } else {
                var operation = EndpointNames.operation(field.getKey());
                if (operation == null) {
                    findings.mistake(
                            pointer,
                            "there is no such endpoint; known are " + EndpointNames.usual());
                } else {
                    endpoint(
                            operation, pointer, field.getKey(), field.getValue(), target, Map.of());
                }
            }
        }
    }

    private void unused(String pointer, String name) {
        findings.note(pointer, "not asked for: what there is called what stands in codes");
        var type = given.path("mappings").path(name).path("type").asString("");
        if (isHandler && type.equals("json_array")) {
            findings.mistake(
                    "/mappings/" + name + "/type",
                    "these hosts send a map of countries and not a list: json_dictionary");
        }
    }

    /** Gives up, finishes, or asks for more, by a number that it sends. */
    private void setStatus(String pointer, JsonNode endpoint, ObjectNode target) {
        var statuses =
                Map.of(Operation.CANCEL, "8", Operation.COMPLETE, "6", Operation.NEXT_SMS, "3");
        var text = endpoint.toString();
        if (text.contains("$status") || text.contains("{status}")) {
            statuses.forEach((operation, status) -> {
                if (!isGivenApart(operation)) {
                    endpoint(
                            operation,
                            pointer,
                            "setStatus",
                            endpoint,
                            target,
                            Map.of("status", status));
                }
            });
        } else {
            findings.note(pointer, "not asked for: it sends no $status");
        }
    }

    private boolean isGivenApart(Operation operation) {
        for (var field : given.path("endpoints").properties()) {
            if (EndpointNames.operation(field.getKey()) == operation) {
                return true;
            }
        }
        return false;
    }

    private void endpoint(
            Operation operation,
            String pointer,
            String name,
            JsonNode endpoint,
            ObjectNode target,
            Map<String, String> fixed) {
        if (target.has(operation.word())) {
            findings.mistake(pointer, "there is another endpoint for " + operation.word());
            return;
        }
        findings.refuseOthers(pointer, endpoint, GivenRequest.KEYS);
        findings.origin("/endpoints/" + operation.word(), pointer);
        var ours = target.putObject(operation.word());
        new GivenRequest(operation, pointer, findings, fixed)
                .write(endpoint, ours.putObject("request"));
        if (endpoint.has("timeout")) {
            ours.set("timeout", endpoint.get("timeout"));
        }
        var mapping = given.path("mappings").path(name);
        var inside = endpoint.get("mapping");
        if (mapping.isObject()) {
            GivenMapping.write(operation, Findings.at("/mappings", name), mapping, findings, ours);
        } else if (inside != null) {
            var fields = ShortMapping.read(operation, pointer + "/mapping", inside, findings);
            GivenMapping.write(operation, pointer + "/mapping", fields, findings, ours);
        }
        if (isHandler) {
            Handler.complete(operation, ours);
        }
    }

    private void unusedMappings() {
        for (var field : given.path("mappings").properties()) {
            if (!given.path("endpoints").has(field.getKey())) {
                findings.mistake(
                        Findings.at("/mappings", field.getKey()),
                        "there is no endpoint of this name");
            }
        }
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.State;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How one endpoint's answer is read. */
final class GivenMapping {

    private static final Set<String> KEYS =
            Set.of(
                    "type",
                    "rootPath",
                    "fields",
                    "regex",
                    "transform",
                    "statusMapping",
                    "errors",
                    "nestingLevels",
                    "delimiter");

    private final Operation operation;
    private final String pointer;
    private final JsonNode given;
    private final MappingType type;
    private final Findings findings;
    private final ObjectNode endpoint;
    private final String ours;

    private GivenMapping(
            Operation operation,
            String pointer,
            JsonNode given,
            MappingType type,
            Findings findings,
            ObjectNode endpoint) {
        this.operation = operation;
        this.pointer = pointer;
        this.given = given;
        this.type = type;
        this.findings = findings;
        this.endpoint = endpoint;
        this.ours = "/endpoints/" + operation.word();
    }

    static void write(
            Operation operation,
            String pointer,
            JsonNode given,
            Findings findings,
            ObjectNode endpoint) {
        var word = given.path("type").asString("json_object");
        var type = MappingType.of(word);
        if (type == null) {
            findings.mistake(pointer + "/type", "'" + word + "' is none of " + MappingType.words());
            return;
        }
        new GivenMapping(operation, pointer, given, type, findings, endpoint).write();
    }

    private void write() {
        refuse();
        var shape = shape();
        if (shape == null) {
            return;
        }
        place(MappedFields.read(operation, pointer, given, shape, findings));
        GivenErrors.write(pointer, given.get("errors"), findings, endpoint, ours);
    }

    private void refuse() {
        for (var field : given.properties()) {
            var name = field.getKey();
            if (name.equals("conditionalFields")) {
                if (!field.getValue().isEmpty()) {
                    findings.mistake(
                            pointer + "/conditionalFields",
                            "conditions are written as an expression of the field itself in our"
                                    + " form: a ? b : c");
                }
            } else if (!KEYS.contains(name)) {
                findings.mistake(Findings.at(pointer, name), "this is not understood here");
            }
        }
        if (type == MappingType.TEXT_REGEX == given.path("regex").isMissingNode()) {
            findings.mistake(
                    pointer + "/regex",
                    type == MappingType.TEXT_REGEX
                            ? "text_regex needs a regex"
                            : "only text_regex has one; what a regex finds in single fields cannot"
                                    + " be said here");
        }
    }

    /** What turns a given field into an expression; null when that is wrong already. */
    private @Nullable GivenShape shape() {
        findings.origin(ours + "/rows", pointer + "/rootPath");
        findings.origin(ours + "/walk", pointer + "/nestingLevels");
        findings.origin(ours + "/pattern", pointer + "/regex");
        var part = type == MappingType.TEXT_REGEX ? "/regex" : "/nestingLevels";
        try {
            return type == MappingType.TEXT_REGEX
                    ? GivenShape.ofText(given, endpoint)
                    : GivenShape.ofRows(operation, type, given, endpoint);
        } catch (IllegalArgumentException e) {
            findings.mistake(pointer + part, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void place(Map<String, String> fields) {
        var state = fields.remove("state");
        var success = fields.remove("success");
        if (success != null) {
            endpoint.put("success", success);
            findings.origin(ours + "/success", pointer + "/fields");
        }
        var states = MappedStates.read(pointer, given, state != null, findings);
        switch (operation) {
            case SMS -> messages(fields, state, states);
            case CANCEL, COMPLETE, NEXT_SMS -> accepted(state, states);
            default -> {
                var target = endpoint.putObject("fields");
                findings.origin(ours + "/fields", pointer + "/fields");
                fields.forEach(target::put);
            }
        }
    }

    private void messages(Map<String, String> fields, @Nullable String state, MappedStates states) {
        findings.origin(ours + "/states", pointer + "/statusMapping");
        findings.origin(ours + "/messages", pointer + "/fields");
        if (state != null) {
            endpoint.put("state", state);
            var target = endpoint.putObject("states");
            states.words().forEach((word, meaning) -> target.put(word, meaning.name()));
        }
        var messages = endpoint.putObject("messages");
        fields.forEach((name, expression) ->
                messages.put(
                        name.equals("smsId") ? "id" : name,
                        // A word may repeat the last code while it waits for the next.
                        type == MappingType.TEXT_REGEX && state != null && !states.isEmpty()
                                ? "%s in %s ? %s"
                                        .formatted(state, states.array(State.RECEIVED), expression)
                                : expression));
        if (!messages.has("code") && !messages.has("text")) {
            endpoint.remove("messages");
            findings.mistake(pointer + "/fields", "neither 'code' nor 'text' says where an SMS is");
        }
    }

    /** A state that means cancelled is what a cancellation waits for. */
    private void accepted(@Nullable String state, MappedStates states) {
        findings.origin(ours + "/success", pointer + "/fields");
        if (state != null && !endpoint.has("success") && operation == Operation.CANCEL) {
            if (!states.has(State.CANCELLED)) {
                findings.mistake(pointer + "/statusMapping", "no word of it means CANCELLED");
            }
            endpoint.put("success", state + " in " + states.array(State.CANCELLED));
        }
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.State;
import com.nexnum.command.supply.engine.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Expressions by our names of fields. */
    private final Map<String, String> fields = new LinkedHashMap<>();

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
        readFields(shape);
        placeFields();
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

    private void readFields(GivenShape shape) {
        var used = GivenFields.usedBy(operation);
        for (var field : given.path("fields").properties()) {
            var at = Findings.at(pointer + "/fields", field.getKey());
            var name = GivenFields.name(field.getKey());
            if (name == null) {
                findings.mistake(at, "no part of an answer is called '" + field.getKey() + "'");
            } else if (!field.getValue().isString()) {
                findings.mistake(at, "it is the path of a field");
            } else if (!used.contains(name)) {
                findings.note(at, "this has no use for " + operation.word());
            } else {
                expression(at, field.getValue().stringValue(), name, shape, field.getKey());
            }
        }
    }

    private void expression(
            String at, String path, String name, GivenShape shape, String givenName) {
        try {
            var expression = transformed(shape.expression(path), givenName);
            Expression.of(expression);
            // Two names of theirs for one of ours: whichever is there.
            fields.merge(name, expression, (one, other) -> one + " ?? " + other);
            findings.origin(ours + "/fields/" + name, at);
            if (name.equals("state")) {
                findings.origin(ours + "/state", at);
            }
        } catch (IllegalArgumentException e) {
            findings.mistake(at, String.valueOf(e.getMessage()));
        }
    }

    private String transformed(String expression, String givenName) {
        var transform = given.path("transform").path(givenName);
        var at = Findings.at(pointer + "/transform", givenName);
        return switch (transform.asString("")) {
            // Numbers and texts are read as either anyway, phones with and without a plus.
            case "",
                    "string",
                    "number",
                    "float",
                    "int",
                    "integer",
                    "decimal",
                    "trim",
                    "stripPlus" ->
                    expression;
            case "lowercase" -> "$lowercase(" + expression + ")";
            case "uppercase" -> "$uppercase(" + expression + ")";
            default -> {
                findings.mistake(at, "'" + transform.asString() + "' cannot be said here");
                yield expression;
            }
        };
    }

    private void placeFields() {
        var state = fields.remove("state");
        var success = fields.remove("success");
        if (success != null) {
            endpoint.put("success", success);
            findings.origin(ours + "/success", pointer + "/fields");
        }
        var states = states(state);
        switch (operation) {
            case SMS -> messages(state, states);
            case CANCEL, COMPLETE, NEXT_SMS -> accepted(state, states);
            default -> {
                var target = endpoint.putObject("fields");
                findings.origin(ours + "/fields", pointer + "/fields");
                fields.forEach(target::put);
            }
        }
    }

    private Map<String, State> states(@Nullable String state) {
        var states = new LinkedHashMap<String, State>();
        for (var field : given.path("statusMapping").properties()) {
            var at = Findings.at(pointer + "/statusMapping", field.getKey());
            var meaning = GivenWords.state(field.getValue().asString(""));
            if (meaning == null) {
                findings.mistake(
                        at,
                        "'%s' is no state: say PENDING, RECEIVED, CANCELLED or NOT_FOUND"
                                .formatted(field.getValue().asString("")));
            } else {
                states.put(field.getKey(), meaning);
            }
        }
        if (!states.isEmpty() && state == null) {
            findings.mistake(
                    pointer + "/statusMapping", "no field 'status' says where the word is");
        }
        return states;
    }

    private void messages(@Nullable String state, Map<String, State> states) {
        findings.origin(ours + "/states", pointer + "/statusMapping");
        findings.origin(ours + "/messages", pointer + "/fields");
        if (state != null) {
            endpoint.put("state", state);
            var target = endpoint.putObject("states");
            states.forEach((word, meaning) -> target.put(word, meaning.name()));
        }
        var messages = endpoint.putObject("messages");
        fields.forEach((name, expression) ->
                messages.put(
                        name.equals("smsId") ? "id" : name,
                        // A word may repeat the last code while it waits for the next.
                        type == MappingType.TEXT_REGEX && state != null && !states.isEmpty()
                                ? "%s in %s ? %s"
                                        .formatted(state, words(states, State.RECEIVED), expression)
                                : expression));
        if (!messages.has("code") && !messages.has("text")) {
            endpoint.remove("messages");
            findings.mistake(pointer + "/fields", "neither 'code' nor 'text' says where an SMS is");
        }
    }

    /** A state that means cancelled is what a cancellation waits for. */
    private void accepted(@Nullable String state, Map<String, State> states) {
        findings.origin(ours + "/success", pointer + "/fields");
        if (state != null && !endpoint.has("success") && operation == Operation.CANCEL) {
            var words = words(states, State.CANCELLED);
            if (words.equals("[]")) {
                findings.mistake(pointer + "/statusMapping", "no word of it means CANCELLED");
            }
            endpoint.put("success", state + " in " + words);
        }
    }

    private static String words(Map<String, State> states, State wanted) {
        return states.entrySet().stream()
                .filter(it -> it.getValue() == wanted)
                .map(it -> "'" + it.getKey().replace("'", "") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.expression.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The fields of one mapping, as expressions by our names. */
final class MappedFields {

    private final Operation operation;
    private final String pointer;
    private final JsonNode mapping;
    private final GivenShape shape;
    private final Findings findings;
    private final Map<String, String> expressions = new LinkedHashMap<>();

    private MappedFields(
            Operation operation,
            String pointer,
            JsonNode mapping,
            GivenShape shape,
            Findings findings) {
        this.operation = operation;
        this.pointer = pointer;
        this.mapping = mapping;
        this.shape = shape;
        this.findings = findings;
    }

    static Map<String, String> read(
            Operation operation,
            String pointer,
            JsonNode mapping,
            GivenShape shape,
            Findings findings) {
        var fields = new MappedFields(operation, pointer, mapping, shape, findings);
        mapping.path("fields").properties().forEach(it -> fields.read(it.getKey(), it.getValue()));
        return fields.expressions;
    }

    private void read(String givenName, JsonNode path) {
        var at = Findings.at(pointer + "/fields", givenName);
        var name = GivenFields.name(givenName);
        if (name == null) {
            findings.mistake(at, "no part of an answer is called '" + givenName + "'");
        } else if (!path.isString()) {
            findings.mistake(at, "it is the path of a field");
        } else if (!GivenFields.usedBy(operation).contains(name)) {
            findings.note(at, "this has no use for " + operation.word());
        } else {
            add(at, path.stringValue(), name, givenName);
        }
    }

    private void add(String at, String path, String name, String givenName) {
        try {
            var expression = transformed(shape.expression(path), givenName);
            Expression.of(expression);
            // Two names of theirs for one of ours: whichever is there.
            expressions.merge(name, expression, (one, other) -> one + " ?? " + other);
            var ours = "/endpoints/" + operation.word();
            findings.origin(ours + "/fields/" + name, at);
            if (name.equals("state")) {
                findings.origin(ours + "/state", at);
            }
        } catch (IllegalArgumentException e) {
            findings.mistake(at, String.valueOf(e.getMessage()));
        }
    }

    private String transformed(String expression, String givenName) {
        var transform = mapping.path("transform").path(givenName);
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
                findings.mistake(
                        Findings.at(pointer + "/transform", givenName),
                        "'" + transform.asString() + "' cannot be said here");
                yield expression;
            }
        };
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the fields of a mapping stand, and how their paths become expressions. */
final class GivenShape {

    private static final Set<Operation> LISTS = Set.of(Operation.PRICES, Operation.ACTIVE);

    private final UnaryOperator<String> expressions;

    private GivenShape(UnaryOperator<String> expressions) {
        this.expressions = expressions;
    }

    /**
     * @throws IllegalArgumentException with what cannot be said here
     */
    String expression(String path) {
        return expressions.apply(path);
    }

    static GivenShape ofText(JsonNode mapping, ObjectNode endpoint) {
        boolean byNumber =
                StreamSupport.stream(mapping.path("fields").spliterator(), false)
                        .anyMatch(it -> GivenRegex.isNumber(it.asString("")));
        var regex = new GivenRegex(mapping.path("regex").asString(""), byNumber);
        endpoint.put("pattern", regex.text());
        return new GivenShape(path ->
                List.of(path.split("\\|", -1)).stream()
                        .map(regex::group)
                        .reduce((one, other) -> one + " ?? " + other)
                        .orElseThrow());
    }

    /**
     * @param endpoint is told where its rows are
     * @throws IllegalArgumentException with what cannot be said here
     */
    static GivenShape ofRows(
            Operation operation, MappingType type, JsonNode mapping, ObjectNode endpoint) {
        var rootPath = mapping.path("rootPath").asString("");
        var root = rootPath.isEmpty() ? "" : new GivenPath("", List.of()).expression(rootPath);
        if (type == MappingType.TEXT_LINES) {
            return lines(operation, mapping, endpoint);
        }
        if (LISTS.contains(operation)) {
            return rows(operation, type, root, mapping, endpoint);
        }
        var whole = root.isEmpty() ? "$" : root;
        return switch (type) {
            case JSON_ARRAY -> paths(whole + "[0]", List.of());
            case JSON_DICTIONARY, JSON_KEYED_VALUE, JSON_NESTED_ARRAY -> {
                var key = "$keys(" + whole + ")[0]";
                yield paths("$lookup(" + whole + ", " + key + ")", List.of(key));
            }
            case JSON_VALUE -> value(root);
            default -> paths(root, List.of());
        };
    }

    private static GivenShape rows(
            Operation operation,
            MappingType type,
            String root,
            JsonNode mapping,
            ObjectNode endpoint) {
        if (type == MappingType.JSON_VALUE) {
            throw new IllegalArgumentException("a single value is no list");
        }
        if (!type.isKeyed()) {
            if (!root.isEmpty() || operation == Operation.ACTIVE) {
                endpoint.put("rows", root.isEmpty() ? "$" : root);
            }
            return paths("", List.of());
        }
        if (operation == Operation.ACTIVE) {
            // A list of numbers has no levels; its keys are found beside each row.
            var whole = root.isEmpty() ? "$" : root;
            endpoint.put("rows", whole + ".*");
            return paths("", List.of());
        }
        var levels = GivenLevels.of(mapping);
        if (!root.isEmpty()) {
            endpoint.put("rows", root);
        }
        var walk = endpoint.putArray("walk");
        levels.names().forEach(walk::add);
        if (type == MappingType.JSON_NESTED_ARRAY) {
            walk.add("item");
        }
        return paths("", levels.keys());
    }

    private static GivenShape lines(Operation operation, JsonNode mapping, ObjectNode endpoint) {
        var delimiter = mapping.path("delimiter").asString("");
        if (delimiter.isEmpty() || delimiter.contains("'") || delimiter.contains("\\")) {
            throw new IllegalArgumentException(
                    "text_lines needs a delimiter between the fields of a line");
        }
        boolean isList = LISTS.contains(operation);
        if (isList) {
            endpoint.put("rows", "$split($text, '\n')");
        }
        var line = isList ? "$" : "$split($text, '\n')[0]";
        return new GivenShape(path -> {
            if (!path.matches("[0-9]{1,2}")) {
                throw new IllegalArgumentException("a field of a line is its number, from 0");
            }
            return "$split(" + line + ", '" + delimiter + "')[" + path + "]";
        });
    }

    private static GivenShape value(String root) {
        return new GivenShape(path -> {
            if (Set.of("$value", "$", ".", "value").contains(path)) {
                return root.isEmpty() ? "$text" : root;
            }
            return new GivenPath(root, List.of()).expression(path);
        });
    }

    private static GivenShape paths(String base, List<String> keys) {
        return new GivenShape(new GivenPath(base, keys)::expression);
    }
}

package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One endpoint's request. */
final class GivenRequest {

    static final Set<String> KEYS =
            Set.of(
                    "method",
                    "path",
                    "url",
                    "queryParams",
                    "params",
                    "query",
                    "headers",
                    "body",
                    "form",
                    "baseUrl",
                    "timeout",
                    "mapping");

    private final Operation operation;
    private final String pointer;
    private final Findings findings;
    private final GivenVariables variables;
    private final Map<String, String> fixed;

    /**
     * @param fixed variables that stand for a literal, such as the status of a {@code setStatus}
     */
    GivenRequest(
            Operation operation, String pointer, Findings findings, Map<String, String> fixed) {
        this.operation = operation;
        this.pointer = pointer;
        this.findings = findings;
        this.variables = new GivenVariables(operation, findings);
        this.fixed = fixed;
    }

    void write(JsonNode given, ObjectNode request) {
        var ours = "/endpoints/" + operation.word() + "/request";
        findings.origin(ours, pointer);
        var method = given.path("method").asString("GET").toUpperCase(Locale.ROOT);
        request.put("method", method);
        findings.origin(ours + "/method", pointer + "/method");
        if (given.has("baseUrl")) {
            request.put("baseUrl", given.get("baseUrl").asString());
            findings.origin(ours + "/baseUrl", pointer + "/baseUrl");
        }
        path(given, ours, request);
        for (var name : new String[] {"queryParams", "params", "query"}) {
            texts(given.get(name), name, ours + "/query", request, "query");
        }
        texts(given.get("headers"), "headers", ours + "/headers", request, "headers");
        texts(given.get("form"), "form", ours + "/form", request, "form");
        body(given.get("body"), ours, request);
    }

    private void path(JsonNode given, String ours, ObjectNode request) {
        var name = given.has("url") ? "url" : "path";
        var place = pointer + "/" + name;
        findings.origin(ours + "/path", place);
        var text = given.path(name).asString("");
        int mark = text.indexOf('?');
        var bare = mark < 0 ? text : text.substring(0, mark);
        var path = filled(place, bare);
        if (path == null) {
            findings.mistake(place, "a part of the path has no value here");
            return;
        }
        request.put("path", path.isEmpty() || path.startsWith("/") ? path : "/" + path);
        if (mark < 0) {
            return;
        }
        for (var parameter : text.substring(mark + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            var key = equals < 0 ? parameter : parameter.substring(0, equals);
            var value = equals < 0 ? "" : parameter.substring(equals + 1);
            put(place, key, value, request.withObjectProperty("query"));
        }
    }

    private void texts(
            @Nullable JsonNode given, String name, String ours, ObjectNode request, String part) {
        if (given == null) {
            return;
        }
        var place = pointer + "/" + name;
        findings.origin(ours, place);
        if (!given.isObject()) {
            findings.mistake(place, "it is a JSON object");
            return;
        }
        var target = request.withObjectProperty(part);
        for (var field : given.properties()) {
            var at = Findings.at(place, field.getKey());
            if (field.getValue().isContainer()) {
                findings.mistake(at, "it is a text, a number or a flag");
            } else if (!field.getValue().isNull()) {
                put(at, field.getKey(), field.getValue().asString(), target);
            }
        }
    }

    private void body(@Nullable JsonNode given, String ours, ObjectNode request) {
        if (given == null) {
            return;
        }
        findings.origin(ours + "/json", pointer + "/body");
        if (!(given instanceof ObjectNode body)) {
            findings.mistake(pointer + "/body", "it is a JSON object");
            return;
        }
        var json = request.putObject("json");
        for (var field : body.properties()) {
            var at = Findings.at(pointer + "/body", field.getKey());
            if (field.getValue().isString()) {
                put(at, field.getKey(), field.getValue().stringValue(), json);
            } else {
                json.set(field.getKey(), field.getValue());
            }
        }
    }

    private void put(String at, String key, String value, ObjectNode target) {
        var template = filled(at, value);
        if (template != null) {
            target.put(key, template);
        }
    }

    private @Nullable String filled(String at, String value) {
        for (var entry : fixed.entrySet()) {
            if (value.matches("\\$" + entry.getKey() + "|\\{" + entry.getKey() + "}")) {
                return entry.getValue();
            }
        }
        return variables.template(at, value);
    }
}

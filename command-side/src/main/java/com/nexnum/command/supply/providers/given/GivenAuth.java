package com.nexnum.command.supply.providers.given;

import tools.jackson.databind.node.ObjectNode;

/** How a provider knows us: {@code bearer}, {@code header}, {@code query_param} or {@code none}. */
final class GivenAuth {

    private GivenAuth() {}

    static void write(ObjectNode given, ObjectNode document, Findings findings) {
        findings.origin("/auth", "/authType");
        var auth = document.putObject("auth");
        var header = given.path("authHeader").asString("");
        var parameter = given.path("authQueryParam").asString("");
        var usual = !parameter.isEmpty() ? "query_param" : !header.isEmpty() ? "header" : "none";
        var type = given.path("authType").asString(usual);
        switch (type) {
            case "none" -> auth.put("kind", "none");
            case "bearer" ->
                    auth.put("kind", "header")
                            .put("name", header.isEmpty() ? "Authorization" : header)
                            .put("prefix", "Bearer ");
            case "header" -> {
                auth.put("kind", "header").put("name", header);
                if (header.isEmpty()) {
                    findings.mistake("/authHeader", "the name of the header is missing");
                }
            }
            case "query_param" -> {
                auth.put("kind", "query").put("name", parameter);
                if (parameter.isEmpty()) {
                    findings.mistake("/authQueryParam", "the name of the parameter is missing");
                }
            }
            default ->
                    findings.mistake(
                            "/authType",
                            "'" + type + "' is none of bearer, header, query_param and none");
        }
    }
}

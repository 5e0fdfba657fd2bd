package com.nexnum.command.supply.engine.document;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request with {@code {variables}} in it. A query or form parameter whose variable is absent is
 * left out.
 *
 * @param method GET, POST or DELETE
 * @param baseUrl where it differs from the provider's
 * @param path below the base address; the values of variables are encoded
 * @param json a body whose strings may hold variables
 */
public record RequestTemplate(
        String method,
        @Nullable URI baseUrl,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers,
        @Nullable JsonNode json) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    public RequestTemplate {
        method = method == null ? "GET" : method;
        path = path == null ? "" : path;
        query = kept(query);
        form = kept(form);
        headers = kept(headers);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("The method is GET, POST or DELETE");
        }
        if (json != null && !form.isEmpty()) {
            throw new IllegalArgumentException("A body is either a form or JSON");
        }
    }

    /** For a link that the provider gave us. */
    public static RequestTemplate link(String address) {
        return new RequestTemplate("GET", null, address, Map.of(), Map.of(), Map.of(), null);
    }

    private static Map<String, String> kept(Map<String, String> given) {
        return given == null ? Map.of() : new LinkedHashMap<>(given);
    }
}

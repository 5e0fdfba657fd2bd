package com.nexnum.command.supply.engine.request;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.RequestTemplate;
import com.nexnum.command.supply.http.Query;
import com.nexnum.command.supply.http.UpstreamCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the requests of one provider. */
public final class Requests {

    private final URI baseUrl;
    private final Auth auth;
    private final Secrets secrets;

    public Requests(URI baseUrl, Auth auth, Secrets secrets) {
        this.baseUrl = baseUrl;
        this.auth = auth;
        this.secrets = secrets;
    }

    /**
     * @param token what a login gave, where the provider wants one
     * @throws IllegalArgumentException when the address cannot be written, or leads elsewhere than
     *     the provider's own host
     */
    public UpstreamCall call(
            RequestTemplate template,
            Map<String, String> variables,
            @Nullable String token,
            Duration timeout) {
        var values = new LinkedHashMap<>(variables);
        values.putAll(secrets.variables());
        var query = filled(template.query(), values);
        var form = filled(template.form(), values);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json, text/plain;q=0.9, */*;q=0.8");
        headers.putAll(filled(template.headers(), values));
        authorize(query, form, headers, token);
        var body = body(template, form, values, headers);
        var address = address(template, values, query);
        return new UpstreamCall(template.method(), address, headers, body, timeout);
    }

    private void authorize(
            Map<String, String> query,
            Map<String, String> form,
            Map<String, String> headers,
            @Nullable String token) {
        switch (auth) {
            case Auth.None _ -> {}
            case Auth.Query it -> query.put(it.name(), secrets.key());
            case Auth.Form it -> form.put(it.name(), secrets.key());
            case Auth.Header it -> headers.put(it.name(), it.prefix() + secrets.key());
            case Auth.Login it -> {
                if (token != null) {
                    headers.put(it.header(), it.prefix() + token);
                }
            }
        }
    }

    private static byte[] body(
            RequestTemplate template,
            Map<String, String> form,
            Map<String, String> values,
            Map<String, String> headers) {
        if (template.json() != null) {
            headers.put("Content-Type", "application/json");
            return JsonBody.filled(template.json(), values).getBytes(StandardCharsets.UTF_8);
        }
        if (form.isEmpty()) {
            return new byte[0];
        }
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return Query.of(form).getBytes(StandardCharsets.UTF_8);
    }

    private URI address(
            RequestTemplate template, Map<String, String> values, Map<String, String> query) {
        var base = Objects.requireNonNullElse(template.baseUrl(), baseUrl);
        var filled = Template.filled(template.path(), values, value -> value);
        if (filled != null && filled.matches("https?://.*")) {
            return followed(base, URI.create(filled), query);
        }
        var path = Template.filled(template.path(), values, Query::segment);
        if (path == null) {
            throw new IllegalArgumentException("A part of the path is missing: " + template.path());
        }
        var text = base.toString();
        var bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(bare + path + (query.isEmpty() ? "" : "?" + Query.of(query)));
    }

    /** An address that the provider gave us: our keys go to its own host only. */
    private static URI followed(URI base, URI given, Map<String, String> query) {
        boolean same =
                Objects.equals(base.getScheme(), given.getScheme())
                        && Objects.equals(base.getRawAuthority(), given.getRawAuthority());
        if (!same) {
            throw new IllegalArgumentException("The provider's link leads to another host");
        }
        if (query.isEmpty()) {
            return given;
        }
        var mark = given.getRawQuery() == null ? "?" : "&";
        return URI.create(given + mark + Query.of(query));
    }

    private static Map<String, String> filled(
            Map<String, String> templates, Map<String, String> values) {
        var all = new LinkedHashMap<String, String>();
        templates.forEach((name, template) -> {
            var value = Template.filled(template, values, it -> it);
            if (value != null) {
                all.put(name, value);
            }
        });
        return all;
    }
}

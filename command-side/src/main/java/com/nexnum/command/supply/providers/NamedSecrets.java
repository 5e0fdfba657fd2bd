package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.document.RequestTemplate;
import com.nexnum.command.supply.engine.request.Template;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which secrets a document speaks of. */
final class NamedSecrets {

    private static final String MARK = "secret.";

    private final Set<String> names = new TreeSet<>();

    private NamedSecrets() {}

    static Set<String> of(ProviderDocument document) {
        var found = new NamedSecrets();
        switch (document.auth()) {
            case Auth.None _ -> {}
            case Auth.Query _, Auth.Header _, Auth.Form _ -> found.names.add(Auth.KEY);
            case Auth.Login login -> found.look(login.request());
        }
        document.endpoints().values().forEach(found::look);
        return found.names;
    }

    private void look(@Nullable Endpoint endpoint) {
        if (endpoint != null) {
            look(endpoint.request());
            look(endpoint.follow());
        }
    }

    private void look(RequestTemplate request) {
        var body = request.json();
        Stream.of(
                        Stream.of(request.path(), body == null ? "" : body.toString()),
                        request.query().values().stream(),
                        request.form().values().stream(),
                        request.headers().values().stream())
                .flatMap(it -> it)
                .flatMap(it -> Template.variables(it).stream())
                .filter(it -> it.startsWith(MARK))
                .forEach(it -> names.add(it.substring(MARK.length())));
    }
}

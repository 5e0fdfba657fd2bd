package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.providers.given.GivenDocuments;
import com.nexnum.command.supply.providers.given.Normalised;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an administrator sends, in whatever form, as a configuration. Mistakes are told where they
 * stand in what was sent.
 *
 * @param prefix where in the body the document stands
 */
record WantedConfiguration(Configuration configuration, Normalised normalised, String prefix) {

    private static final String DOCUMENT = "/document";

    /**
     * @param body {@code {"document":…,"policy":…}}, or a document alone
     * @throws DocumentMistakes when it is neither, or a document that says what cannot be said here
     */
    static WantedConfiguration of(ProviderSlug slug, JsonNode body) {
        boolean wrapped = body.has("document");
        var policy = wrapped ? body.get("policy") : null;
        if (wrapped) {
            refuseOthers(body);
        }
        return of(slug, wrapped ? body.get("document") : body, policy, wrapped ? DOCUMENT : "");
    }

    static WantedConfiguration of(
            ProviderSlug slug, JsonNode given, @Nullable JsonNode policy, String prefix) {
        if (policy != null && !policy.isObject()) {
            throw mistake("/policy", "it is a JSON object");
        }
        if (!(given instanceof ObjectNode document)) {
            throw mistake(prefix, "a document is a JSON object");
        }
        // Keys would stay in what was given, too, which everybody can read.
        var secrets = LiteralSecrets.in(document, List.of());
        if (!secrets.isEmpty()) {
            throw moved(secrets, at -> prefix + at);
        }
        try {
            var normalised = GivenDocuments.normalised(slug, document, policy);
            var all = normalised.policy().deepCopy();
            if (policy instanceof ObjectNode more) {
                all.setAll(more);
            }
            var configuration =
                    new Configuration(
                            normalised.isOurs() ? null : document, normalised.document(), all);
            return new WantedConfiguration(configuration, normalised, prefix);
        } catch (DocumentMistakes e) {
            throw moved(e.all(), at -> prefix + at);
        }
    }

    /** Does it, and tells mistakes where they stand in what was sent. */
    void then(Consumer<Configuration> use) {
        var _ =
                get(it -> {
                    use.accept(it);
                    return it;
                });
    }

    /** The same with a result. */
    <T> T get(Function<Configuration, T> use) {
        try {
            return use.apply(configuration);
        } catch (DocumentMistakes e) {
            throw moved(e.all(), this::place);
        }
    }

    /** Where a mistake in the configuration stands in what was sent. */
    private String place(String at) {
        if (at.startsWith(ConfigurationCheck.GIVEN)) {
            return prefix + at.substring(ConfigurationCheck.GIVEN.length());
        }
        return at.startsWith(DOCUMENT)
                ? prefix + normalised.origin(at.substring(DOCUMENT.length()))
                : at;
    }

    private static void refuseOthers(JsonNode body) {
        var mistakes = new ArrayList<DocumentMistake>();
        for (var field : body.properties()) {
            if (!field.getKey().equals("document") && !field.getKey().equals("policy")) {
                mistakes.add(
                        new DocumentMistake(
                                "/" + field.getKey(), "only document and policy stand here"));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new DocumentMistakes(mistakes);
        }
    }

    private static DocumentMistakes moved(
            List<DocumentMistake> mistakes, Function<String, String> place) {
        return new DocumentMistakes(
                mistakes.stream()
                        .map(it -> new DocumentMistake(place.apply(it.pointer()), it.reason()))
                        .toList());
    }

    private static DocumentMistakes mistake(String pointer, String reason) {
        return new DocumentMistakes(List.of(new DocumentMistake(pointer, reason)));
    }
}

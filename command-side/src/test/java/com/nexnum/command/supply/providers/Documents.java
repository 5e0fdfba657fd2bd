package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.kernel.supply.ProviderSlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents of tests, and what becomes of them when somebody wants to save them. */
final class Documents {

    static final ProviderSlug ACME = new ProviderSlug("acme");

    static ObjectNode resource(String name) {
        try (var in = Documents.class.getResourceAsStream("/providers/" + name + ".json")) {
            return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    static ProviderDocument saved(JsonNode given) {
        return WantedConfiguration.of(ACME, given)
                .get(it -> ConfigurationCheck.checked(it, List.of()));
    }

    /** Empty when it can be saved. */
    static List<DocumentMistake> mistakesIn(JsonNode given) {
        try {
            saved(given);
            return List.of();
        } catch (DocumentMistakes e) {
            return e.all();
        }
    }

    private Documents() {}
}

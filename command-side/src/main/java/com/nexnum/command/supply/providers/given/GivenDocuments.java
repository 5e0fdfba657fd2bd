package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes documents in every form that users write. */
public final class GivenDocuments {

    private GivenDocuments() {}

    /**
     * @param policy what stands beside it, where anything does
     * @throws DocumentMistakes with everything that cannot be said in our form
     */
    public static Normalised normalised(
            ProviderSlug slug, ObjectNode given, @Nullable JsonNode policy) {
        if (isOurs(given)) {
            return new Normalised(
                    given, true, JsonMapper.shared().createObjectNode(), Map.of(), List.of());
        }
        return new GivenReader(slug, given, policy).read();
    }

    /** What of a document in another form has no use here. */
    public static List<DocumentMistake> notesOn(JsonNode given) {
        try {
            return given instanceof ObjectNode object
                    ? normalised(new ProviderSlug("x"), object, null).notes()
                    : List.of();
        } catch (DocumentMistakes _) {
            // It was read with a policy beside it, and is a part of the past.
            return List.of();
        }
    }

    private static boolean isOurs(ObjectNode given) {
        if (given.has("mappings") || given.has("apiBaseUrl") || given.has("authType")) {
            return false;
        }
        return given.has("auth")
                || StreamSupport.stream(given.path("endpoints").spliterator(), false)
                        .anyMatch(endpoint -> endpoint.has("request"))
                || !given.has("endpoints");
    }
}

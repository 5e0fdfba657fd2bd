package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes documents in every form that users write. */
public final class GivenDocuments {

    private GivenDocuments() {}

    /**
     * @param policy what stands beside it, where anything does
     * @throws com.nexnum.command.supply.engine.document.DocumentMistakes with everything that
     *     cannot be said in our form
     */
    public static Normalised normalised(
            ProviderSlug slug, ObjectNode given, @Nullable JsonNode policy) {
        return new Normalised(
                given, true, JsonMapper.shared().createObjectNode(), Map.of(), List.of());
    }

    /** What of it has no use here. */
    public static List<DocumentMistake> notesOn(JsonNode given) {
        return List.of();
    }
}

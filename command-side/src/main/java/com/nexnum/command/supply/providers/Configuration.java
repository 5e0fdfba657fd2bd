package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.Preference;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One version of a provider.
 *
 * @param given the document as an administrator wrote it, when that was in another form
 * @param document in our form
 * @param policy how we use the provider; what stands here counts more than the document
 */
record Configuration(@Nullable JsonNode given, ObjectNode document, ObjectNode policy) {

    /** That of a provider before its first version. */
    static final Configuration NOTHING =
            new Configuration(
                    null,
                    JsonMapper.shared().createObjectNode(),
                    JsonMapper.shared().createObjectNode());

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where each part of a policy stands in a document. */
    static final Map<String, List<String>> PLACES =
            Map.of(
                    "baseUrl", List.of("baseUrl"),
                    "currency", List.of("money", "currency"),
                    "usdPerUnit", List.of("money", "usdPerUnit"),
                    "callsPerSecond", List.of("pace", "callsPerSecond"),
                    "maxConcurrentCalls", List.of("pace", "maxConcurrentCalls"),
                    "timeout", List.of("pace", "timeout"),
                    "lifetime", List.of("terms", "lifetime"),
                    "minCancelAge", List.of("terms", "minCancelAge"));

    static Configuration read(String json) {
        var tree = (ObjectNode) JSON.readTree(json);
        return new Configuration(
                tree.get("given"),
                (ObjectNode) tree.required("document"),
                (ObjectNode) tree.required("policy"));
    }

    /** As it is stored, and as changes between versions are told. */
    ObjectNode json() {
        var json = JSON.createObjectNode();
        if (given != null) {
            json.set("given", given);
        }
        json.set("document", document);
        json.set("policy", policy);
        return json;
    }

    /** The document with the policy put in. */
    ObjectNode effective() {
        var copy = document.deepCopy();
        PLACES.forEach((name, place) -> {
            var value = policy.get(name);
            if (value == null) {
                return;
            }
            var parent = copy;
            for (var step : place.subList(0, place.size() - 1)) {
                parent = parent.withObjectProperty(step);
            }
            parent.set(place.getLast(), value);
        });
        return copy;
    }

    Preference preference() {
        var usual = Preference.USUAL;
        var alert = policy.get("lowBalanceAlert");
        return new Preference(
                policy.path("priority").asInt(usual.priority()),
                policy.path("weight").asInt(usual.weight()),
                alert == null ? null : Money.parse(alert.stringValue(), Currency.USD));
    }
}

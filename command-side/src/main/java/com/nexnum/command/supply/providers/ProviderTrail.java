package com.nexnum.command.supply.providers;

import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.SupplyEvent.ProviderConfigured;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import com.nexnum.kernel.supply.SupplyEvent.ProviderRegistered;
import com.nexnum.kernel.supply.SupplyEvent.ProviderResumed;
import com.nexnum.kernel.supply.SupplyEvent.ProviderSecretsReplaced;
import com.nexnum.platform.audit.Change;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the audit trail says of changes to providers: where the configuration changed, and how; of
 * secrets that they changed. Versions keep configurations whole, so long values are cut here.
 */
final class ProviderTrail {

    private static final int LONGEST_VALUE = 200;

    /**
     * @param configuration the one before, as JSON
     */
    static Change of(SupplyEvent event, ProviderState before, JsonNode configuration) {
        return switch (event) {
            case ProviderRegistered e -> change("registered", e, Map.of(), Map.of());
            case ProviderConfigured e -> configured(e, before, configuration);
            case ProviderSecretsReplaced e ->
                    change("secrets-replaced", e, Map.of(), Map.of("names", e.names()));
            case ProviderPaused e ->
                    change(
                            "paused",
                            e,
                            Map.of("paused", before.pause() != null),
                            Map.of("paused", true, "reason", e.reason()));
            case ProviderResumed e ->
                    change(
                            "resumed",
                            e,
                            Map.of("paused", before.pause() != null),
                            Map.of("paused", false, "reason", e.reason()));
        };
    }

    private static Change configured(
            ProviderConfigured event, ProviderState before, JsonNode configuration) {
        var old = new TreeMap<String, Object>(Map.of("version", before.version()));
        var now = new TreeMap<String, Object>(Map.of("version", event.version()));
        for (var step : event.changes()) {
            var there = configuration.at(step.path());
            if (!there.isMissingNode()) {
                old.put(step.path(), cut(there.toString()));
            }
            if (step.value() != null) {
                now.put(step.path(), cut(step.value()));
            }
        }
        return change("configured", event, old, now);
    }

    private static Change change(
            String how, SupplyEvent event, Map<String, Object> before, Map<String, Object> after) {
        return new Change("provider." + how, event.provider().value(), before, after);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    private ProviderTrail() {}
}

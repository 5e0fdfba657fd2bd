package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a whole document of another form. */
final class GivenReader {

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "apiBaseUrl",
                    "baseUrl",
                    "authType",
                    "authHeader",
                    "authQueryParam",
                    "endpoints",
                    "mappings",
                    "currency",
                    "priority",
                    "weight",
                    "lowBalanceAlert",
                    "normalizationMode",
                    "normalizationRate",
                    "priceMultiplier",
                    "fixedMarkup",
                    "syncBufferPercent",
                    "balance",
                    "codes",
                    "terms",
                    "pace",
                    "errors",
                    "slug",
                    "displayName",
                    "description");
    private static final String HANDLER = "handler_api.php";

    private final ProviderSlug slug;
    private final ObjectNode given;
    private final @Nullable JsonNode policy;
    private final Findings findings = new Findings();
    private final ObjectNode document = JsonMapper.shared().createObjectNode();
    private final ObjectNode ownPolicy = JsonMapper.shared().createObjectNode();

    GivenReader(ProviderSlug slug, ObjectNode given, @Nullable JsonNode policy) {
        this.slug = slug;
        this.given = given;
        this.policy = policy;
    }

    Normalised read() {
        findings.refuseOthers("", given, KEYS);
        document.put("name", given.path("name").asString(slug.value()));
        findings.origin("/name", "/name");
        address();
        GivenAuth.write(given, document, findings);
        GivenMoney.write(given, document, ownPolicy, findings);
        for (var part : new String[] {"terms", "pace"}) {
            if (given.has(part)) {
                document.set(part, given.get(part));
                findings.origin("/" + part, "/" + part);
            }
        }
        codes();
        GivenErrors.write("", given.get("errors"), findings, document, "");
        endpoints();
        unusedMappings();
        findings.failIfAny();
        return new Normalised(document, false, ownPolicy, findings.origins(), findings.notes());
    }

    private void address() {
        var name = given.has("apiBaseUrl") ? "apiBaseUrl" : "baseUrl";
        var url = given.path(name).asString("");
        var replaced = policy == null ? null : policy.get("baseUrl");
        findings.origin("/baseUrl", "/" + name);
        if (url.isEmpty() && replaced == null) {
            findings.mistake("/apiBaseUrl", "the provider's address is missing");
        } else {
            document.put("baseUrl", url.isEmpty() && replaced != null ? replaced.asString() : url);
        }
    }

    private void codes() {
        findings.origin("/codes", "/codes");
        if (given.has("codes")) {
            document.set("codes", given.get("codes"));
            return;
        }
        var style =
                isHandler()
                        ? Codes.Style.SMS_ACTIVATE
                        : isFiveSim() ? Codes.Style.FIVE_SIM : Codes.Style.CANONICAL;
        if (style == Codes.Style.CANONICAL) {
            findings.note(
                    "/codes",
                    "nothing says what the provider calls services and countries: it is asked in our"
                            + " own codes");
        }
        document.putObject("codes").put("style", style.name());
    }

    private boolean isHandler() {
        return document.path("baseUrl").asString("").contains(HANDLER)
                || given.path("endpoints").toString().contains(HANDLER);
    }

    private boolean isFiveSim() {
        return document.path("baseUrl")
                .asString("")
                .matches("https://([a-z]+\\.)?5sim\\.(net|biz).*");
    }

    private void endpoints() {
        findings.origin("/endpoints", "/endpoints");
        var target = document.putObject("endpoints");
        for (var field : given.path("endpoints").properties()) {
            var pointer = Findings.at("/endpoints", field.getKey());
            var plain = field.getKey().toLowerCase(Locale.ROOT);
            if (!field.getValue().isObject()) {
                findings.mistake(pointer, "an endpoint is a JSON object");
            } else if (EndpointNames.UNUSED.contains(plain)) {
                unused(pointer, field.getKey());
            } else if (plain.equals(EndpointNames.SET_STATUS)) {
                setStatus(pointer, field.getValue(), target);
            } else {
                var operation = EndpointNames.operation(field.getKey());
                if (operation == null) {
                    findings.mistake(
                            pointer,
                            "there is no such endpoint; known are " + EndpointNames.usual());
                } else {
                    endpoint(
                            operation, pointer, field.getKey(), field.getValue(), target, Map.of());
                }
            }
        }
    }

    private void unused(String pointer, String name) {
        findings.note(pointer, "not asked for: what there is called what stands in codes");
        var type = given.path("mappings").path(name).path("type").asString("");
        if (isHandler() && type.equals("json_array")) {
            findings.mistake(
                    "/mappings/" + name + "/type",
                    "these hosts send a map of countries and not a list: json_dictionary");
        }
    }

    /** Gives up, finishes, or asks for more, by a number that it sends. */
    private void setStatus(String pointer, JsonNode endpoint, ObjectNode target) {
        var statuses =
                Map.of(Operation.CANCEL, "8", Operation.COMPLETE, "6", Operation.NEXT_SMS, "3");
        var text = endpoint.toString();
        if (text.contains("$status") || text.contains("{status}")) {
            statuses.forEach((operation, status) -> {
                if (!isGivenApart(operation)) {
                    endpoint(
                            operation,
                            pointer,
                            "setStatus",
                            endpoint,
                            target,
                            Map.of("status", status));
                }
            });
        } else {
            findings.note(pointer, "not asked for: it sends no $status");
        }
    }

    private boolean isGivenApart(Operation operation) {
        for (var field : given.path("endpoints").properties()) {
            if (EndpointNames.operation(field.getKey()) == operation) {
                return true;
            }
        }
        return false;
    }

    private void endpoint(
            Operation operation,
            String pointer,
            String name,
            JsonNode endpoint,
            ObjectNode target,
            Map<String, String> fixed) {
        if (target.has(operation.word())) {
            findings.mistake(pointer, "there is another endpoint for " + operation.word());
            return;
        }
        findings.refuseOthers(pointer, endpoint, GivenRequest.KEYS);
        findings.origin("/endpoints/" + operation.word(), pointer);
        var ours = target.putObject(operation.word());
        new GivenRequest(operation, pointer, findings, fixed)
                .write(endpoint, ours.putObject("request"));
        if (endpoint.has("timeout")) {
            ours.set("timeout", endpoint.get("timeout"));
        }
        var mapping = given.path("mappings").path(name);
        var inside = endpoint.get("mapping");
        if (mapping.isObject()) {
            GivenMapping.write(operation, Findings.at("/mappings", name), mapping, findings, ours);
        } else if (inside != null) {
            var fields = ShortMapping.read(operation, pointer + "/mapping", inside, findings);
            GivenMapping.write(operation, pointer + "/mapping", fields, findings, ours);
        }
        if (isHandler()) {
            Handler.complete(operation, ours);
        }
    }

    private void unusedMappings() {
        for (var field : given.path("mappings").properties()) {
            if (!given.path("endpoints").has(field.getKey())) {
                findings.mistake(
                        Findings.at("/mappings", field.getKey()),
                        "there is no endpoint of this name");
            }
        }
    }
}

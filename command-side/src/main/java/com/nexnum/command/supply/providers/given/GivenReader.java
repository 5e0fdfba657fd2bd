package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.kernel.supply.ProviderSlug;
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
        new GivenEndpoints(given, document, isHandler(), findings).write();
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
}

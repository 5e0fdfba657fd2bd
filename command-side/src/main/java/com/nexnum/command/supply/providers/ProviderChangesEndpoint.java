package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Validation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where administrators add and change providers; what they do counts at once and everywhere. */
@RestController
@RequestMapping("/api/v1/admin/providers/{slug}")
final class ProviderChangesEndpoint {

    private static final int LONGEST_REASON = 400;

    private final Providers providers;
    private final ProviderViews views;

    ProviderChangesEndpoint(Providers providers, ProviderViews views) {
        this.providers = providers;
        this.views = views;
    }

    /**
     * @param secrets by their names; null takes one away, those that are not named stay
     */
    record SecretsRequest(@Nullable Map<String, @Nullable String> secrets) {}

    record ReasonRequest(@Nullable String reason) {}

    /**
     * Adds or changes a provider.
     *
     * @param body {@code {"document":…,"policy":…}}, or a document alone
     */
    @PutMapping
    ResponseEntity<ProviderView> put(
            @PathVariable ProviderSlug slug,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body,
            Caller caller) {
        new Validation()
                .check("slug", !slug.value().equals("schema"), "is an address of its own")
                .done();
        WantedConfiguration.of(slug, body)
                .then(it -> providers.configure(slug, it, seen(ifMatch), caller.customerId()));
        return ProvidersEndpoint.tagged(views.of(slug));
    }

    /** Secrets go in and never come out. */
    @PutMapping("/secrets")
    ResponseEntity<ProviderView> secrets(
            @PathVariable ProviderSlug slug, @RequestBody SecretsRequest asked, Caller caller) {
        var given = asked.secrets() == null ? Map.<String, @Nullable String>of() : asked.secrets();
        var keys = new LinkedHashMap<String, Optional<ApiKey>>();
        var validation = new Validation();
        given.forEach((name, value) -> {
            validation.check(
                    "secrets",
                    name.matches("[A-Za-z][A-Za-z0-9]{0,39}"),
                    "have names of 1 to 40 letters and digits");
            validation.check(
                    "secrets." + name,
                    value == null || value.matches(shape(name)),
                    name.equals(LiveSuppliers.WEBHOOK_SECRET)
                            ? "has 16 to 128 letters, digits, - or _"
                            : "has 4 to 1024 printable characters without spaces");
        });
        validation.check("secrets", !given.isEmpty(), "names at least one").done();
        given.forEach((name, value) -> keys.put(name, Optional.ofNullable(value).map(ApiKey::new)));
        providers.replaceSecrets(slug, keys, caller.customerId());
        return ProvidersEndpoint.tagged(views.of(slug));
    }

    private static String shape(String name) {
        return name.equals(LiveSuppliers.WEBHOOK_SECRET)
                ? "[A-Za-z0-9_-]{16,128}"
                : "[!-~]{4,1024}";
    }

    @PostMapping("/versions/{version}/restore")
    ResponseEntity<ProviderView> restore(
            @PathVariable ProviderSlug slug,
            @PathVariable int version,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        providers.restore(slug, version, seen(ifMatch), caller.customerId());
        return ProvidersEndpoint.tagged(views.of(slug));
    }

    /** Nothing is bought there from now on; numbers that are held go on. */
    @PostMapping("/pause")
    ResponseEntity<ProviderView> pause(
            @PathVariable ProviderSlug slug, @RequestBody ReasonRequest asked, Caller caller) {
        providers.pause(slug, reason(asked), caller.customerId());
        return ProvidersEndpoint.tagged(views.of(slug));
    }

    @PostMapping("/resume")
    ResponseEntity<ProviderView> resume(
            @PathVariable ProviderSlug slug, @RequestBody ReasonRequest asked, Caller caller) {
        providers.resume(slug, reason(asked), caller.customerId());
        return ProvidersEndpoint.tagged(views.of(slug));
    }

    private static String reason(ReasonRequest asked) {
        var reason = asked.reason() == null ? "" : asked.reason().strip();
        new Validation()
                .check(
                        "reason",
                        !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                        "has 1 to " + LONGEST_REASON + " characters")
                .done();
        return reason;
    }

    private static @Nullable Integer seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var version = ifMatch.strip().replaceAll("^(W/)?\"?|\"$", "");
        if (!version.matches("[0-9]{1,9}")) {
            throw Problem.of(
                            400,
                            "INVALID_PARAMETER",
                            "If-Match holds the version that you change, such as \"3\".")
                    .with("parameter", "If-Match")
                    .raised();
        }
        return Integer.valueOf(version);
    }
}

package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentSchema;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent.Change;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows administrators which providers there are, and how each came to be as it is. */
@RestController
@RequestMapping("/api/v1/admin/providers")
final class ProvidersEndpoint {

    private final ProviderViews views;
    private final ProviderTable table;

    ProvidersEndpoint(ProviderViews views, ProviderTable table) {
        this.views = views;
        this.table = table;
    }

    /**
     * @param restores the version that it is a copy of, when it was made as one
     * @param changes what it changed in the version before, as a JSON Patch (RFC 6902)
     */
    record VersionView(
            int version,
            CustomerId changedBy,
            Instant changedAt,
            @Nullable Integer restores,
            @Nullable JsonNode given,
            JsonNode document,
            JsonNode policy,
            List<Step> changes) {

        static VersionView of(StoredVersion stored, Optional<StoredVersion> before) {
            var then = before.map(StoredVersion::configuration).orElse(Configuration.NOTHING);
            var changes = JsonDifference.between(then.json(), stored.configuration().json());
            return new VersionView(
                    stored.version(),
                    stored.by(),
                    stored.at(),
                    stored.restores(),
                    stored.configuration().given(),
                    stored.configuration().document(),
                    stored.configuration().policy(),
                    changes.stream().map(Step::of).toList());
        }
    }

    /** One step of a JSON Patch. */
    record Step(String op, String path, @Nullable JsonNode value) {

        static Step of(Change change) {
            var value = change.value();
            return new Step(
                    change.op().name().toLowerCase(Locale.ROOT),
                    change.path(),
                    value == null ? null : JsonMapper.shared().readTree(value));
        }
    }

    /** All of them at once: there are tens, not thousands. */
    @GetMapping
    Page<ProviderView> providers() {
        return new Page<>(views.all(), null);
    }

    @GetMapping("/{slug}")
    ResponseEntity<ProviderView> provider(@PathVariable ProviderSlug slug) {
        return tagged(views.of(slug));
    }

    @GetMapping("/{slug}/versions")
    Page<VersionView> versions(@PathVariable ProviderSlug slug, PageQuery query) {
        var cursor = query.cursor();
        long before = cursor == null ? Integer.MAX_VALUE : cursor.number(0);
        if (cursor == null) {
            views.of(slug);
        }
        return Page.of(
                        table.versions(
                                slug, Math.clamp(before, 0, Integer.MAX_VALUE), query.fetch()),
                        query,
                        version -> Cursor.after(version.version()))
                .map(version ->
                        VersionView.of(version, table.version(slug, version.version() - 1)));
    }

    /** The JSON Schema of a document. */
    @GetMapping(value = "/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema() {
        return DocumentSchema.text();
    }

    /** The JSON Schema of what stands beside a document. */
    @GetMapping(value = "/policy-schema", produces = MediaType.APPLICATION_JSON_VALUE)
    String policySchema() {
        return PolicySchema.text();
    }

    /** With its version as the entity tag, for {@code If-Match}. */
    static ResponseEntity<ProviderView> tagged(ProviderView view) {
        var version = view.version();
        return version == null
                ? ResponseEntity.ok(view)
                : ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
    }
}

package com.nexnum.command.supply.health;

import com.nexnum.command.supply.ProvidersByName;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a provider did, minute by minute, newest first; for administrators. */
@RestController
final class SupplyHealthEndpoint {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final ProvidersByName providers;
    private final HealthTable table;

    SupplyHealthEndpoint(ProvidersByName providers, HealthTable table) {
        this.providers = providers;
        this.table = table;
    }

    /** Minutes without a call are left out; the one that lasts is not there yet. */
    @GetMapping("/api/v1/admin/providers/{slug}/health")
    Page<HealthView> health(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageQuery query) {
        var provider = providers.named(slug);
        var end = to == null ? END_OF_TIME : to;
        var cursor = query.cursor();
        var before = cursor == null ? end : cursor.instant(0);
        var minutes =
                table.minutes(
                        provider,
                        from == null ? Instant.EPOCH : from,
                        before.isBefore(end) ? before : end,
                        query.fetch());
        return Page.of(HealthView.of(minutes), query, view -> Cursor.after(view.minute()));
    }
}

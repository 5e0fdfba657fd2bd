package com.nexnum.command.supply.protection;

import com.nexnum.command.supply.ProvidersByName;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Validation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a provider is called, and an administrator's word on that. */
@RestController
@RequestMapping("/api/v1/admin/providers/{slug}/circuit")
final class CircuitEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitEndpoint.class);
    private static final int LONGEST_REASON = 500;

    private final ProvidersByName providers;
    private final Circuits circuits;
    private final ConditionViews views;

    CircuitEndpoint(ProvidersByName providers, Circuits circuits, ConditionViews views) {
        this.providers = providers;
        this.circuits = circuits;
        this.views = views;
    }

    /**
     * @param state {@code open} or {@code closed} whatever its calls say, or {@code auto}
     */
    record Wish(@Nullable String state, @Nullable String reason) {}

    @GetMapping
    ConditionView circuit(@PathVariable String slug) {
        return views.of(providers.named(slug));
    }

    @PostMapping
    ConditionView change(@PathVariable String slug, @RequestBody Wish wish, Caller caller) {
        var provider = providers.named(slug);
        var state = wish.state() == null ? "" : wish.state();
        var reason = wish.reason() == null ? "" : wish.reason().strip();
        new Validation()
                .check("state", state.matches("open|closed|auto"), "is open, closed or auto")
                .check(
                        "reason",
                        !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                        "has 1 to 500 characters")
                .done();
        change(provider, state, reason, caller);
        LOG.warn(
                "{} set the circuit of {} to {}: {}", caller.customerId(), provider, state, reason);
        return views.of(provider);
    }

    private void change(ProviderSlug provider, String state, String reason, Caller caller) {
        switch (state) {
            case "open" -> circuits.hold(provider, true, reason, caller.customerId());
            case "closed" -> circuits.hold(provider, false, reason, caller.customerId());
            default -> circuits.letGo(provider, reason, caller.customerId());
        }
    }
}

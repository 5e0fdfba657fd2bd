package com.nexnum.command.sms;

import com.nexnum.command.purchase.UpstreamNumbers;
import com.nexnum.command.sms.polling.PollSchedule;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.web.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Webhooks of providers. None of them signs what it sends, so what is said here is only a hint: the
 * provider is polled at once, and what the poll says counts.
 */
@RestController
class ProviderWebhookEndpoint {

    private final Suppliers suppliers;
    private final UpstreamNumbers numbers;
    private final PollSchedule polls;
    private final Clock clock;

    ProviderWebhookEndpoint(
            Suppliers suppliers, UpstreamNumbers numbers, PollSchedule polls, Clock clock) {
        this.suppliers = suppliers;
        this.numbers = numbers;
        this.polls = polls;
        this.clock = clock;
    }

    /** Answers 200 to any body, known activation or not: providers retry whatever else they get. */
    @PostMapping("/api/v1/providers/{slug}/webhooks/{secret}")
    @ResponseStatus(HttpStatus.OK)
    Map<String, Boolean> hint(
            @PathVariable String slug, @PathVariable String secret, @RequestBody JsonNode body) {
        var provider = trusted(slug, secret);
        upstreamId(body)
                .flatMap(id -> numbers.servedBy(provider, id))
                .ifPresent(order -> polls.hurry(order.activation(), clock.instant()));
        return Map.of("ok", true);
    }

    private ProviderSlug trusted(String slug, String secret) {
        try {
            var provider = new ProviderSlug(slug);
            if (suppliers.trustsWebhook(provider, secret)) {
                return provider;
            }
        } catch (IllegalArgumentException _) {
            // Answered like any other unknown address.
        }
        throw Problem.of(404, "NOT_FOUND", "There is nothing at this address.").raised();
    }

    private static Optional<UpstreamId> upstreamId(JsonNode body) {
        var value = body.path("activationId");
        if (!value.isString() && !value.isIntegralNumber()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UpstreamId(value.asString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

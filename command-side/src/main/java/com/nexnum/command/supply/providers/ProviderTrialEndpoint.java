package com.nexnum.command.supply.providers;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.providers.ProviderRejection.ProviderUnknown;
import com.nexnum.command.supply.providers.given.EndpointNames;
import com.nexnum.command.supply.providers.trial.DryRun;
import com.nexnum.command.supply.providers.trial.LiveTest;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Validation;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where administrators try a provider out before, or without, buying from it. */
@RestController
@RequestMapping("/api/v1/admin/providers/{slug}")
final class ProviderTrialEndpoint {

    private final ProviderTable table;
    private final Suppliers suppliers;
    private final CodeBooks books;
    private final Clock clock;

    ProviderTrialEndpoint(ProviderTable table, Suppliers suppliers, CodeBooks books, Clock clock) {
        this.table = table;
        this.suppliers = suppliers;
        this.books = books;
        this.clock = clock;
    }

    /**
     * @param endpoint {@code buy}, {@code sms}, {@code prices}, …
     * @param status 200 when not given
     * @param body as the provider wrote it
     * @param follow the answer to the second call, of endpoints that make one
     * @param document one that is not saved; the provider's own when not given
     */
    record DryRunRequest(
            @Nullable String endpoint,
            @Nullable Integer status,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            @Nullable FollowUp follow,
            @Nullable JsonNode document,
            @Nullable JsonNode policy) {}

    record FollowUp(@Nullable Integer status, @Nullable String body) {}

    /** Asks nobody. Shows every row that was found, and why what is not used is not. */
    @PostMapping("/dry-run")
    DryRun.Report dryRun(@PathVariable ProviderSlug slug, @RequestBody DryRunRequest asked) {
        var operation = operation(asked.endpoint());
        var status = asked.status() == null ? 200 : asked.status();
        new Validation()
                .check("status", status >= 100 && status <= 599, "is an HTTP status")
                .check("body", asked.body() != null, "is what the provider answered")
                .done();
        var document = document(slug, asked);
        if (document.endpoint(operation) == null) {
            throw Problem.of(
                            404,
                            "PROVIDER_ENDPOINT_NOT_FOUND",
                            "The document has no such endpoint.")
                    .with("endpoint", operation.word())
                    .raised();
        }
        var codes = books.of(slug, document.codes());
        return new DryRun(slug, document, codes, clock)
                .of(operation, answer(status, asked), follow(asked.follow()));
    }

    /** Asks for the balance and the price list; buys nothing. */
    @PostMapping("/live-test")
    LiveTest liveTest(@PathVariable ProviderSlug slug) {
        var supply = suppliers.find(slug);
        if (supply.isEmpty()) {
            throw table.find(slug).isEmpty()
                    ? new CommandRejected(new ProviderUnknown(slug))
                    : Problem.of(409, "PROVIDER_UNUSABLE", "Its document cannot be used: mend it.")
                            .raised();
        }
        return LiveTest.of(supply.get());
    }

    private ProviderDocument document(ProviderSlug slug, DryRunRequest asked) {
        if (asked.document() != null) {
            var wanted =
                    WantedConfiguration.of(slug, asked.document(), asked.policy(), "/document");
            return wanted.get(it -> ConfigurationCheck.checked(it, List.of()));
        }
        var row =
                table.find(slug).orElseThrow(() -> new CommandRejected(new ProviderUnknown(slug)));
        var version =
                table.version(slug, row.version())
                        .orElseThrow(() -> new CommandRejected(new ProviderUnknown(slug)));
        return ConfigurationCheck.checked(version.configuration(), List.of());
    }

    private static Operation operation(@Nullable String name) {
        var operation = name == null ? null : EndpointNames.operation(name);
        if (operation == null) {
            throw new DocumentMistakes(
                    List.of(
                            new DocumentMistake(
                                    "/endpoint", "it is one of " + EndpointNames.ours())));
        }
        return operation;
    }

    private static Answer answer(int status, DryRunRequest asked) {
        var given = asked.headers() == null ? Map.<String, String>of() : asked.headers();
        var headers =
                given.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.getKey().toLowerCase(Locale.ROOT),
                                        it -> List.of(it.getValue()),
                                        (one, _) -> one));
        return new Answer(status, asked.body() == null ? "" : asked.body(), headers);
    }

    private static @Nullable Answer follow(@Nullable FollowUp follow) {
        return follow == null
                ? null
                : new Answer(
                        follow.status() == null ? 200 : follow.status(),
                        follow.body() == null ? "" : follow.body());
    }
}

package com.nexnum.command.supply.providers;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.decision.Decision.Rejected;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.providers.ProviderCommand.Configure;
import com.nexnum.command.supply.providers.ProviderCommand.Pause;
import com.nexnum.command.supply.providers.ProviderCommand.ReplaceSecrets;
import com.nexnum.command.supply.providers.ProviderCommand.Restore;
import com.nexnum.command.supply.providers.ProviderCommand.Resume;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.SupplyEvent.ProviderConfigured;
import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.eventstore.AtomicWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries what {@link ProviderDecider} decides: rows, secrets and events are true together, and
 * every process knows of it soon.
 */
@Component
class Providers {

    private final ProviderTable table;
    private final ProviderSecrets secrets;
    private final Suppliers suppliers;
    private final AtomicWork atomically;
    private final ProviderNews news;
    private final AuditTrail trail;
    private final Clock clock;

    Providers(
            ProviderTable table,
            ProviderSecrets secrets,
            Suppliers suppliers,
            AtomicWork atomically,
            ProviderNews news,
            AuditTrail trail,
            Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.suppliers = suppliers;
        this.atomically = atomically;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param seen the version that the caller changes; 0 for none yet
     * @throws DocumentMistakes with every mistake in it
     * @throws CommandRejected when it cannot be changed now
     */
    void configure(ProviderSlug slug, Configuration wanted, @Nullable Integer seen, CustomerId by) {
        ConfigurationCheck.checked(wanted, known(slug));
        change(
                slug,
                row -> {
                    var changes = JsonDifference.between(current(row).json(), wanted.json());
                    return new Configure(slug, changes, seen, by, clock.instant());
                },
                event -> keep(slug, event, wanted));
    }

    /**
     * @throws DocumentMistakes when the version of then cannot be used any more
     * @throws CommandRejected when there is none, or it cannot be changed now
     */
    void restore(ProviderSlug slug, int version, @Nullable Integer seen, CustomerId by) {
        var then =
                table.version(slug, version)
                        .map(StoredVersion::configuration)
                        .orElse(Configuration.NOTHING);
        if (!then.equals(Configuration.NOTHING)) {
            ConfigurationCheck.checked(then, known(slug));
        }
        change(
                slug,
                row -> {
                    var changes = JsonDifference.between(current(row).json(), then.json());
                    return new Restore(slug, version, changes, seen, by, clock.instant());
                },
                event -> keep(slug, event, then));
    }

    /**
     * @param keys empty to take one away; those that are not named stay
     * @throws DocumentMistakes when one stands in the document, where everybody reads it
     * @throws CommandRejected when there is no such provider
     */
    void replaceSecrets(ProviderSlug slug, Map<String, Optional<ApiKey>> keys, CustomerId by) {
        refuseWhatStandsInTheDocument(slug, keys);
        var now = clock.instant();
        change(
                slug,
                row -> new ReplaceSecrets(slug, List.copyOf(keys.keySet()), by, now),
                _ ->
                        keys.forEach((name, key) ->
                                key.ifPresentOrElse(
                                        it -> secrets.put(slug, name, it, by, now),
                                        () -> secrets.remove(slug, name))));
    }

    /**
     * @param by absent when the platform itself pauses
     */
    void pause(ProviderSlug slug, String reason, @Nullable CustomerId by) {
        change(slug, _ -> new Pause(slug, reason, by, clock.instant()), _ -> {});
    }

    void resume(ProviderSlug slug, String reason, CustomerId by) {
        change(slug, _ -> new Resume(slug, reason, by, clock.instant()), _ -> {});
    }

    private void change(
            ProviderSlug slug,
            Function<ProviderRow, ProviderCommand> asked,
            Consumer<SupplyEvent> keep) {
        atomically.run(() -> {
            var row = table.lock(slug);
            var before = new ProviderState(row.version(), suppliers.isFixed(slug), row.pause());
            switch (ProviderDecider.decide(asked.apply(row), before)) {
                case Accepted(var events) -> store(row, before, events, keep);
                case Rejected(var reason) -> throw new CommandRejected(reason);
            }
        });
        news.tell();
    }

    private void store(
            ProviderRow row,
            ProviderState before,
            List<SupplyEvent> events,
            Consumer<SupplyEvent> keep) {
        if (events.isEmpty()) {
            return;
        }
        var configuration = current(row).json();
        var after = before;
        for (var event : events) {
            trail.record(ProviderTrail.of(event, after, configuration));
            after = ProviderState.evolve(after, event);
        }
        long told = row.told();
        table.store(
                new ProviderRow(row.slug(), after.version(), after.pause(), told + events.size()));
        for (var event : events) {
            keep.accept(event);
            atomically.publish("Provider", "provider-" + row.slug(), told++, event);
        }
    }

    private void keep(ProviderSlug slug, SupplyEvent event, Configuration configuration) {
        if (event instanceof ProviderConfigured it) {
            var version =
                    new StoredVersion(it.version(), configuration, it.by(), it.at(), it.restores());
            table.add(slug, version);
        }
    }

    private void refuseWhatStandsInTheDocument(
            ProviderSlug slug, Map<String, Optional<ApiKey>> keys) {
        var document = current(table.find(slug).orElseGet(() -> ProviderRow.none(slug))).json();
        var mistakes = new ArrayList<DocumentMistake>();
        keys.forEach((name, key) -> {
            if (key.isPresent()
                    && !LiteralSecrets.in(document, List.of(key.get().secret())).isEmpty()) {
                mistakes.add(
                        new DocumentMistake(
                                "/secrets/" + name,
                                "it stands in the document in use: change that, and the secret"));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new DocumentMistakes(mistakes);
        }
    }

    private Configuration current(ProviderRow row) {
        return row.version() == 0
                ? Configuration.NOTHING
                : table.version(row.slug(), row.version()).orElseThrow().configuration();
    }

    private List<String> known(ProviderSlug slug) {
        return secrets.open(slug).values().stream().map(ApiKey::secret).toList();
    }
}

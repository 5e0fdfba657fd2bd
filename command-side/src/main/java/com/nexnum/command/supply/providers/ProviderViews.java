package com.nexnum.command.supply.providers;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.engine.document.DocumentReader;
import com.nexnum.command.supply.providers.DocumentProblems.Mistake;
import com.nexnum.command.supply.providers.ProviderRejection.ProviderUnknown;
import com.nexnum.command.supply.providers.ProviderView.Pause;
import com.nexnum.command.supply.providers.ProviderView.Secret;
import com.nexnum.command.supply.providers.ProviderView.Source;
import com.nexnum.command.supply.providers.ProviderView.Status;
import com.nexnum.command.supply.providers.given.GivenDocuments;
import com.nexnum.kernel.supply.ProviderSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows providers, those of the properties too. */
@Component
class ProviderViews {

    private final ProviderTable table;
    private final ProviderSecrets secrets;
    private final Suppliers suppliers;

    ProviderViews(ProviderTable table, ProviderSecrets secrets, Suppliers suppliers) {
        this.table = table;
        this.secrets = secrets;
        this.suppliers = suppliers;
    }

    /** All there are, by their names. */
    List<ProviderView> all() {
        var slugs = new TreeSet<String>();
        suppliers.all().forEach(supply -> slugs.add(supply.provider().value()));
        table.all().forEach(row -> slugs.add(row.slug().value()));
        return slugs.stream().map(slug -> of(new ProviderSlug(slug))).toList();
    }

    /**
     * @throws CommandRejected when there is none
     */
    ProviderView of(ProviderSlug slug) {
        var row = table.find(slug).orElseGet(() -> ProviderRow.none(slug));
        if (suppliers.isFixed(slug)) {
            return view(row, Source.PROPERTIES, null, List.of());
        }
        var version = table.version(slug, row.version());
        if (version.isEmpty()) {
            throw new CommandRejected(new ProviderUnknown(slug));
        }
        return view(row, Source.DATABASE, version.get(), missing(slug, version.get()));
    }

    private ProviderView view(
            ProviderRow row, Source source, @Nullable StoredVersion version, List<String> missing) {
        var pause = row.pause();
        var configuration = version == null ? null : version.configuration();
        var given = configuration == null ? null : configuration.given();
        return new ProviderView(
                row.slug(),
                source,
                pause != null
                        ? Status.PAUSED
                        : missing.isEmpty() ? Status.ACTIVE : Status.INCOMPLETE,
                version == null ? null : version.version(),
                version == null ? null : version.by(),
                version == null ? null : version.at(),
                version == null ? null : version.restores(),
                pause == null ? null : new Pause(pause.reason(), pause.by(), pause.at()),
                secrets.kept(row.slug()).stream().map(Secret::of).toList(),
                missing,
                configuration == null ? null : configuration.document(),
                given,
                configuration == null ? null : configuration.policy(),
                given == null ? List.of() : Mistake.of(GivenDocuments.notesOn(given)));
    }

    private List<String> missing(ProviderSlug slug, StoredVersion version) {
        try {
            var document = DocumentReader.read(version.configuration().effective());
            var names = new ArrayList<>(NamedSecrets.of(document));
            secrets.kept(slug).forEach(kept -> names.remove(kept.name()));
            return names;
        } catch (IllegalArgumentException _) {
            // It cannot be read, and is paused for that.
            return List.of();
        }
    }
}

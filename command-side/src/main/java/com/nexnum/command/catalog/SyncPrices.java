package com.nexnum.command.catalog;

import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.eventstore.AtomicWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads each provider's price list, and tells what changed in it, some hundred changes an event.
 */
@Component
class SyncPrices implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(SyncPrices.class);

    static final String KIND = "sync-prices";

    private final Suppliers suppliers;
    private final Listings listings;
    private final AtomicWork atomically;
    private final CatalogProperties properties;
    private final Clock clock;

    SyncPrices(
            Suppliers suppliers,
            Listings listings,
            AtomicWork atomically,
            CatalogProperties properties,
            Clock clock) {
        this.suppliers = suppliers;
        this.listings = listings;
        this.atomically = atomically;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(60), 4);
    }

    @Override
    public Outcome perform(Due due) {
        var provider = new ProviderSlug(due.subject());
        var supply = suppliers.selling(provider);
        if (supply.isEmpty()) {
            store(provider, List.of());
            return new Outcome.Done();
        }
        switch (supply.get().priceList()) {
            case PriceListAnswer.PriceList(var offers) -> store(provider, offers);
            case PriceListAnswer.Unavailable(var why) ->
                    LOG.warn("The price list of {} cannot be read: {}", provider, why);
        }
        return new Outcome.Again(clock.instant().plus(properties.syncEvery()), due.details());
    }

    private void store(ProviderSlug provider, List<Priced> offers) {
        atomically.run(() -> {
            long revision = listings.nextRevision(provider);
            var changes =
                    PriceChanges.between(
                            listings.of(provider), offers, new Margin(properties.markupPercent()));
            listings.store(provider, revision, changes);
            int chunks = Math.ceilDiv(changes.size(), properties.chunk());
            long sequence = listings.tell(provider, chunks);
            for (int from = 0; from < changes.size(); from += properties.chunk()) {
                var to = Math.min(changes.size(), from + properties.chunk());
                var event = new OffersChanged(provider, revision, changes.subList(from, to));
                atomically.publish("PriceList", stream(provider), sequence++, event);
            }
        });
    }

    /** One stream for each provider: its lists are read one after the other. */
    private static String stream(ProviderSlug provider) {
        return "prices-" + provider;
    }

    /** Puts each provider on the agenda, and once more whenever it came, was paused or changed. */
    @Component
    static final class WhenReadyThenSyncEachProvider {

        private final Suppliers suppliers;
        private final Agenda agenda;
        private final Clock clock;

        WhenReadyThenSyncEachProvider(Suppliers suppliers, Agenda agenda, Clock clock) {
            this.suppliers = suppliers;
            this.agenda = agenda;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void onReady() {
            // Before the first look, so that no change falls between the two.
            suppliers.onChange(this::sync);
            suppliers.all().forEach(supply -> sync(supply.provider()));
        }

        private void sync(ProviderSlug provider) {
            agenda.put(KIND, provider.value(), clock.instant(), "");
        }
    }
}

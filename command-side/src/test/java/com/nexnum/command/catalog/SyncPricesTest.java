package com.nexnum.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.purchase.ScriptedSupply;
import com.nexnum.command.supply.OpenLine;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.Supply.PriceListAnswer;
import com.nexnum.command.supply.Supply.PriceListAnswer.PriceList;
import com.nexnum.command.supply.Supply.Priced;
import com.nexnum.kernel.catalog.CatalogEvent.Listing;
import com.nexnum.kernel.catalog.CatalogEvent.OffersChanged;
import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.AtomicWorks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SyncPricesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final TestDatabase database = TestDatabase.migrated();
    private final List<EventMessage<?>> published = new ArrayList<>();
    private final ScriptedSupply supply = new ScriptedSupply("acme", "0.10");
    private final Suppliers suppliers =
            new Suppliers(List.of(new Supplier(supply, null, new OpenLine())));
    private final SyncPrices sync = sync(suppliers);

    @BeforeEach
    void five_offers() {
        supply.prices = new PriceList(offers(5));
    }

    @Test
    void tells_what_changed_in_chunks() {
        assertThat(perform(sync)).isEqualTo(new Outcome.Again(NOON.plus(PAUSE), ""));
        assertThat(published).hasSize(3);
        assertThat(changes()).hasSize(5);
        assertThat(published)
                .allMatch(event -> payload(event).provider().equals(supply.provider()));
    }

    /** Otherwise an old list could be read after a new one, and stay. */
    @Test
    void the_lists_of_one_provider_are_one_stream() {
        perform(sync);
        supply.prices = new PriceList(offers(6));
        perform(sync);
        assertThat(published)
                .allSatisfy(event ->
                        assertThat(((DomainEventMessage<?>) event).getAggregateIdentifier())
                                .isEqualTo("prices-" + supply.provider()));
        assertThat(published)
                .extracting(event -> ((DomainEventMessage<?>) event).getSequenceNumber())
                .containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_second_look_at_the_same_list_tells_nothing() {
        perform(sync);
        published.clear();
        perform(sync);
        assertThat(published).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_changes_nothing() {
        perform(sync);
        published.clear();
        supply.prices = new PriceListAnswer.Unavailable("timeout");
        assertThat(perform(sync)).isInstanceOf(Outcome.Again.class);
        assertThat(published).isEmpty();
    }

    @Test
    void the_offers_of_a_provider_that_is_gone_are_gone() {
        perform(sync);
        published.clear();
        assertThat(perform(sync(new Suppliers(List.of())))).isEqualTo(new Outcome.Done());
        assertThat(changes()).hasSize(5).allMatch(listing -> listing.stock() == 0);
    }

    @Test
    void the_offers_of_a_paused_provider_are_gone_until_it_is_resumed() {
        perform(sync);
        published.clear();
        suppliers.openForSale(supply.provider(), false);
        assertThat(perform(sync)).isEqualTo(new Outcome.Done());
        assertThat(changes()).hasSize(5).allMatch(listing -> listing.stock() == 0);
        published.clear();
        suppliers.openForSale(supply.provider(), true);
        perform(sync);
        assertThat(changes()).hasSize(5).allMatch(listing -> listing.stock() > 0);
    }

    private SyncPrices sync(Suppliers suppliers) {
        return new SyncPrices(
                suppliers,
                new Listings(new JdbcTemplate(database.dataSource())),
                AtomicWorks.on(database.dataSource(), published),
                new CatalogProperties(PAUSE, 20, 2),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Outcome perform(SyncPrices sync) {
        return sync.perform(new Due(SyncPrices.KIND, "acme", 1, ""));
    }

    private List<Listing> changes() {
        return published.stream().flatMap(event -> payload(event).changes().stream()).toList();
    }

    private static List<Priced> offers(int count) {
        return Countries.all().stream()
                .limit(count)
                .map(country ->
                        new Priced(
                                new ServiceCode("whatsapp"), country.code(), Money.usd("0.10"), 7))
                .toList();
    }

    private static OffersChanged payload(EventMessage<?> event) {
        return (OffersChanged) event.getPayload();
    }
}

package com.nexnum.command.supply.protection;

import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.balance.Purses;
import com.nexnum.command.supply.balance.TestPurses;
import com.nexnum.command.supply.health.CallBook;
import com.nexnum.command.supply.health.TestCallBook;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.SupplyConditionEvent;
import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.AtomicWorks;
import com.nexnum.platform.signal.Signals;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What guards providers in one process; several on one database are as many processes. */
final class ProtectedProcess implements AutoCloseable {

    /** Whom the sandbox's fixture plays. */
    static final ProviderSlug ACME = new ProviderSlug("acme");

    final Circuits circuits;
    final Purses purses;
    final CallBook book;
    final SupplyConditions conditions;
    private final List<EventMessage<?>> published = new CopyOnWriteArrayList<>();
    private final Signals signals;
    private final CircuitGuard guard;

    ProtectedProcess(TestDatabase database, CircuitProperties terms, Clock clock) {
        // One source for rows and events: they are true together.
        var source = database.dataSource();
        var sql = JdbcClient.create(source);
        signals = new Signals(() -> database.dataSource().getConnection());
        purses = TestPurses.on(database, signals, clock, published);
        book = TestCallBook.on(clock);
        var agreement =
                new Agreement(
                        new CircuitTable(sql),
                        AtomicWorks.on(source, published),
                        signals,
                        new JdbcAuditTrail(sql, clock));
        circuits =
                new Circuits(agreement, TestPurses.watch(database, clock), terms, signals, clock);
        circuits.afterSingletonsInstantiated();
        guard = new CircuitGuard(circuits, purses, book);
        conditions = new KnownConditions(circuits, purses, book);
        signals.start();
    }

    Supply guarded(Supply supply) {
        return guard.around(supply);
    }

    List<SupplyConditionEvent> told() {
        return published.stream()
                .map(EventMessage::getPayload)
                .map(SupplyConditionEvent.class::cast)
                .toList();
    }

    List<Long> sequences() {
        return published.stream()
                .map(event -> ((DomainEventMessage<?>) event).getSequenceNumber())
                .toList();
    }

    /** When what it found out is told. */
    @Override
    public void close() {
        await().until(() -> circuits.of(ACME).finding() == null);
        signals.close();
    }
}

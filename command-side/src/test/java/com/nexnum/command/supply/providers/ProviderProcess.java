package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Suppliers.Supplier;
import com.nexnum.command.supply.SupplyGuard;
import com.nexnum.command.supply.sandbox.SandboxCodeBooks;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.AtomicWorks;
import com.nexnum.platform.outbound.Destinations;
import com.nexnum.platform.privacy.MasterKey;
import com.nexnum.platform.privacy.SecretBoxes;
import com.nexnum.platform.signal.Signals;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one process has of its providers. */
final class ProviderProcess implements AutoCloseable {

    static final CustomerId ADMIN = new CustomerId("cus_01jd8k3v7m9q2w4x6y8z0a1b2c");
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final List<EventMessage<?>> published = new CopyOnWriteArrayList<>();
    final Suppliers suppliers;
    final ProviderTable table;
    final ProviderSecrets secrets;
    final Providers providers;
    final LiveSuppliers live;
    private final Signals signals;

    ProviderProcess(TestDatabase database, MasterKey master, Supplier... fixed) {
        var source = database.dataSource();
        var sql = JdbcClient.create(source);
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        signals = new Signals(source::getConnection);
        suppliers = new Suppliers(List.of(fixed));
        table = new ProviderTable(sql);
        secrets = new ProviderSecrets(sql, SecretBoxes.of(master));
        var news = new ProviderNews(signals);
        providers =
                new Providers(
                        table,
                        secrets,
                        suppliers,
                        AtomicWorks.on(source, published),
                        news,
                        new JdbcAuditTrail(sql, clock),
                        clock);
        live =
                new LiveSuppliers(
                        table,
                        secrets,
                        suppliers,
                        (_, codes) -> SandboxCodeBooks.of(codes),
                        providers,
                        Destinations.withLoopback(),
                        new StaticListableBeanFactory().getBeanProvider(SupplyGuard.class),
                        news,
                        clock);
    }

    ProviderProcess started() {
        signals.start();
        live.start();
        return this;
    }

    @Override
    public void close() {
        live.stop();
        signals.close();
        suppliers.close();
    }
}

package com.nexnum.platform.eventstore;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.signal.Signals;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The event store as it is wired for processes, on a database of its own. */
final class EventStoreFixture implements AutoCloseable {

    private static final EventStoreConfiguration WIRING = new EventStoreConfiguration();

    final HikariDataSource database;
    final JdbcClient sql;
    final Configuration axon = DefaultConfigurer.defaultConfiguration().buildConfiguration();
    final SpringTransactionManager transactions;
    final EventStorageEngine engine;

    EventStoreFixture() {
        this(TestDatabase.migrated().url());
    }

    EventStoreFixture(String url) {
        database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setMaximumPoolSize(4);
        sql = JdbcClient.create(database);
        transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        engine = engineWith(WIRING.history(WIRING.eventSerializer()));
    }

    /** One that reads what is stored through these upcasters. */
    EventStorageEngine engineWith(EventUpcasterChain history) {
        return WIRING.eventStorageEngine(
                WIRING.generalSerializer(),
                WIRING.eventSerializer(),
                WIRING.connectionProvider(database),
                transactions,
                WIRING.persistenceExceptionResolver(),
                history,
                axon);
    }

    EmbeddedEventStore store() {
        return WIRING.eventStore(engine, axon, new Signals(database::getConnection));
    }

    StorageParts parts() {
        return new StorageParts(
                WIRING.generalSerializer(),
                transactions,
                WIRING.persistenceExceptionResolver(),
                engine,
                store(),
                WIRING.tokenStore(
                        WIRING.connectionProvider(database),
                        WIRING.generalSerializer(),
                        WIRING.processName(),
                        new ProcessorProperties(
                                2, 2, 100, Duration.ofSeconds(2), Duration.ofSeconds(6)),
                        database),
                WIRING.sagaStore(WIRING.connectionProvider(database), WIRING.generalSerializer()));
    }

    /** As processes have it: events that fail are not skipped, deadlines are refused. */
    static Configuration safe() {
        var configurer =
                DefaultConfigurer.defaultConfiguration()
                        .registerComponent(DeadlineManager.class, _ -> new NoDeadlines());
        configurer
                .eventProcessing()
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
        return configurer.buildConfiguration();
    }

    @Override
    public void close() {
        database.close();
    }
}

package com.nexnum.platform.eventstore;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.language.History;
import com.nexnum.platform.signal.Signals;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Every part of Axon's storage, chosen by hand: on Spring Boot 4 without JPA the starter wires none
 * of them and says nothing, so that events would not be stored at all.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    private static final int EVENTS_PER_READ = 500;

    /** A signal may be lost. */
    private static final long LOOKS_ANYWAY_MILLIS = 1_000;

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(dataSource));
    }

    /**
     * Without the SQL state a duplicate in PostgreSQL is no conflict to Axon, and is never retried.
     */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver("23505");
    }

    /** For tokens, sagas and snapshots. */
    @Bean
    @Primary
    @Qualifier("serializer")
    Serializer generalSerializer() {
        return Jackson3Serializer.builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .jsonMapperBuilderCustomizer(builder ->
                        builder.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                                .polymorphicTypeValidator(
                                        BasicPolymorphicTypeValidator.builder()
                                                .allowIfSubType("org.axonframework.")
                                                .allowIfSubType("com.nexnum.")
                                                .build())
                                .changeDefaultVisibility(visibility ->
                                        visibility.withFieldVisibility(
                                                com.fasterxml.jackson.annotation.JsonAutoDetect
                                                        .Visibility.ANY)))
                .build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventSerializer.create();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(@Qualifier("serializer") Serializer general) {
        return general;
    }

    @Bean
    EventUpcasterChain history(@Qualifier("eventSerializer") Serializer events) {
        return new EventUpcasterChain(History.chain(), new KnownNames(events));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("serializer") Serializer snapshots,
            @Qualifier("eventSerializer") Serializer events,
            ConnectionProvider connections,
            TransactionManager transactions,
            PersistenceExceptionResolver duplicates,
            EventUpcasterChain history,
            Configuration configuration) {
        var settings =
                JdbcEventStorageEngine.builder()
                        .schema(Tables.events())
                        .dataType(String.class)
                        .snapshotSerializer(snapshots)
                        .eventSerializer(events)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .persistenceExceptionResolver(duplicates)
                        .snapshotFilter(configuration.snapshotFilter())
                        .upcasterChain(history)
                        .batchSize(EVENTS_PER_READ)
                        .finalAggregateBatchPredicate(read -> read.size() < EVENTS_PER_READ);
        return new EventStorage(settings, transactions);
    }

    @Bean
    EmbeddedEventStore eventStore(
            EventStorageEngine engine, Configuration configuration, Signals signals) {
        return new AnnouncingEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .fetchDelay(LOOKS_ANYWAY_MILLIS)
                        .messageMonitor(
                                configuration.messageMonitor(
                                        EmbeddedEventStore.class, "eventStore")),
                signals);
    }

    @Bean
    ProcessName processName() {
        return ProcessName.unique();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    EventTail eventTail(EmbeddedEventStore store) {
        return new EventTail(store);
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            @Qualifier("serializer") Serializer serializer,
            ProcessName name,
            ProcessorProperties properties,
            DataSource database) {
        var settings =
                JdbcTokenStore.builder()
                        .schema(Tables.tokens())
                        .nodeId(name.value())
                        .claimTimeout(properties.claimTimeout())
                        .connectionProvider(connections)
                        .serializer(serializer);
        return new SteadyTokens(settings, JdbcClient.create(database), name.value());
    }

    @Bean
    SagaStore<Object> sagaStore(
            ConnectionProvider connections, @Qualifier("serializer") Serializer serializer) {
        return JdbcSagaStore.builder()
                .sqlSchema(Tables.sagas())
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }
}

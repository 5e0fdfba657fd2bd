package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each silent trap is told by its own words, and the process does not start. */
class StorageSelfCheckTest {

    private static final String UPDATES = "axoniq.update-checker.disabled";

    private final EventStoreFixture fixture = new EventStoreFixture();
    private final Configuration safe = EventStoreFixture.safe();
    private final StorageParts parts = fixture.parts();

    @AfterEach
    void closed() {
        fixture.close();
    }

    @Test
    void the_storage_of_a_process_is_safe() {
        assertThatCode(() -> check(safe, parts, fixture.sql)).doesNotThrowAnyException();
    }

    @Test
    void refuses_events_that_are_not_stored() {
        refuses(
                "events are not stored",
                new StorageParts(
                        parts.general(),
                        parts.transactions(),
                        parts.duplicates(),
                        parts.engine(),
                        SimpleEventBus.builder().build(),
                        parts.tokens(),
                        parts.sagas()));
        refuses(
                "events are not stored",
                new StorageParts(
                        parts.general(),
                        parts.transactions(),
                        parts.duplicates(),
                        new InMemoryEventStorageEngine(),
                        parts.events(),
                        parts.tokens(),
                        parts.sagas()));
    }

    @Test
    void refuses_to_work_without_transactions() {
        refuses(
                "no transactions",
                new StorageParts(
                        parts.general(),
                        NoTransactionManager.instance(),
                        parts.duplicates(),
                        parts.engine(),
                        parts.events(),
                        parts.tokens(),
                        parts.sagas()));
    }

    @Test
    void refuses_duplicates_that_nobody_recognises() {
        refuses(
                "two writers of one stream are not told apart",
                new StorageParts(
                        parts.general(),
                        parts.transactions(),
                        new JdbcSQLErrorCodesResolver(),
                        parts.engine(),
                        parts.events(),
                        parts.tokens(),
                        parts.sagas()));
    }

    @Test
    void refuses_positions_and_sagas_in_memory() {
        refuses(
                "processor positions are not stored; sagas are not stored",
                new StorageParts(
                        parts.general(),
                        parts.transactions(),
                        parts.duplicates(),
                        parts.engine(),
                        parts.events(),
                        new InMemoryTokenStore(),
                        new InMemorySagaStore()));
    }

    @Test
    void refuses_replay_tokens_that_cannot_be_read() {
        refuses(
                "replay tokens cannot be read back",
                new StorageParts(
                        Jackson3Serializer.builder().build(),
                        parts.transactions(),
                        parts.duplicates(),
                        parts.engine(),
                        parts.events(),
                        parts.tokens(),
                        parts.sagas()));
    }

    @Test
    void refuses_deadlines_in_memory() {
        var configurer =
                DefaultConfigurer.defaultConfiguration()
                        .registerComponent(
                                DeadlineManager.class,
                                _ ->
                                        SimpleDeadlineManager.builder()
                                                .scopeAwareProvider(nobody())
                                                .build());
        configurer
                .eventProcessing()
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
        refuses("deadlines are kept in memory only", configurer.buildConfiguration(), fixture.sql);
    }

    @Test
    void refuses_to_skip_events_that_fail() {
        var configurer = DefaultConfigurer.defaultConfiguration();
        configurer.eventProcessing().registerDefaultErrorHandler(_ -> _ -> {});
        refuses("events that fail are skipped", configurer.buildConfiguration(), fixture.sql);
    }

    @Test
    void refuses_to_call_home() {
        System.clearProperty(UPDATES);
        try {
            refuses("Axon's update checker calls home", safe, fixture.sql);
        } finally {
            System.setProperty(UPDATES, "true");
        }
    }

    @Test
    void refuses_commits_that_are_not_waited_for() {
        try (var careless =
                new EventStoreFixture(
                        TestDatabase.migrated().url() + "&options=-c%20synchronous_commit%3Doff")) {
            refuses("synchronous_commit is not on", safe, careless.sql);
        }
    }

    @Test
    void refuses_a_server_that_does_not_reach_the_disk() throws IOException {
        try (var careless = EmbeddedPostgres.start()) {
            var database = careless.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            refuses("fsync is not on", safe, JdbcClient.create(database));
        }
    }

    @Test
    void refuses_a_past_that_can_be_changed() {
        for (var mode : new String[] {"disable trigger", "enable replica trigger"}) {
            fixture.sql
                    .sql("alter table domain_event_entry " + mode + " events_are_for_ever")
                    .update();
            refuses("events can be changed", safe, fixture.sql);
        }
    }

    private void refuses(String words, StorageParts wrong) {
        assertThatThrownBy(() -> check(safe, wrong, fixture.sql))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The event store is not safe to use: ")
                .hasMessageContaining(words);
    }

    private void refuses(String words, Configuration configuration, JdbcClient sql) {
        assertThatThrownBy(() -> check(configuration, parts, sql))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(words);
    }

    private static void check(Configuration configuration, StorageParts parts, JdbcClient sql) {
        new StorageSelfCheck(configuration, parts, sql).afterSingletonsInstantiated();
    }

    private static ScopeAwareProvider nobody() {
        return _ -> java.util.stream.Stream.empty();
    }
}

package com.nexnum.platform.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.SerializedObject;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when a part of the storage is not the durable one: each of these has been a
 * silent default of Axon 4.13 on Spring Boot 4, or of the embedded PostgreSQL.
 */
@Component
class StorageSelfCheck implements SmartInitializingSingleton {

    private final Configuration configuration;
    private final StorageParts parts;
    private final JdbcClient sql;

    StorageSelfCheck(Configuration configuration, StorageParts parts, JdbcClient sql) {
        this.configuration = configuration;
        this.parts = parts;
        this.sql = sql;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The event store is not safe to use: " + String.join("; ", faults));
        }
    }

    private List<String> faults() {
        var faults = new ArrayList<String>();
        check(
                faults,
                parts.events() instanceof EmbeddedEventStore
                        && parts.engine() instanceof JdbcEventStorageEngine,
                "events are not stored");
        check(faults, !(parts.transactions() instanceof NoTransactionManager), "no transactions");
        check(
                faults,
                parts.duplicates().isDuplicateKeyViolation(new SQLException("", "23505")),
                "two writers of one stream are not told apart");
        check(
                faults,
                parts.tokens() instanceof JdbcTokenStore,
                "processor positions are not stored");
        check(faults, parts.sagas() instanceof JdbcSagaStore, "sagas are not stored");
        check(
                faults,
                !(configuration.getComponent(
                                org.axonframework.deadline.DeadlineManager.class, () -> null)
                        instanceof SimpleDeadlineManager),
                "deadlines are kept in memory only");
        check(
                faults,
                configuration.eventProcessingConfiguration().errorHandler("any")
                        instanceof PropagatingErrorHandler,
                "events that fail are skipped");
        check(faults, replayTokensCanBeRead(), "replay tokens cannot be read back");
        check(
                faults,
                Boolean.getBoolean("axoniq.update-checker.disabled"),
                "Axon's update checker calls home: set -Daxoniq.update-checker.disabled=true");
        check(faults, setting("synchronous_commit").equals("on"), "synchronous_commit is not on");
        check(faults, setting("fsync").equals("on"), "fsync is not on");
        check(
                faults,
                pastIsGuarded(),
                "events can be changed: the guard on their table is missing");
        return faults;
    }

    private boolean replayTokensCanBeRead() {
        TrackingToken token =
                ReplayToken.createReplayToken(
                        GapAwareTrackingToken.newInstance(9, List.of(7L)),
                        GapAwareTrackingToken.newInstance(3, List.of()));
        try {
            return token.equals(parts.general().deserialize(written(token)));
        } catch (RuntimeException _) {
            return false;
        }
    }

    private SerializedObject<byte[]> written(TrackingToken token) {
        return parts.general().serialize(token, byte[].class);
    }

    private String setting(String name) {
        return sql.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private boolean pastIsGuarded() {
        return sql.sql(
                        """
                        select exists (select from pg_trigger
                         where tgrelid = 'domain_event_entry'::regclass
                           and tgname = 'events_are_for_ever' and tgenabled in ('O', 'A'))
                        """)
                .query(Boolean.class)
                .single();
    }

    private static void check(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}

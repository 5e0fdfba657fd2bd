package com.nexnum.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC storage with the statements that cost most written for PostgreSQL: events of a commit
 * go in one statement, and whoever reads at the head of the store asks a few hundred times a second
 * at most.
 */
final class EventStorage extends JdbcEventStorageEngine {

    private final TransactionManager transactions;
    private final HeadPace pace = new HeadPace();

    EventStorage(Builder settings, TransactionManager transactions) {
        super(settings.extendedGapCheckEnabled(false));
        this.transactions = transactions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var insert = EventInsert.of(events, serializer);
        transactions.executeInTransaction(() -> {
            var number =
                    JdbcUtils.executeQuery(
                            getConnection(),
                            insert::on,
                            row -> JdbcUtils.nextAndExtract(row, 1, String.class),
                            e -> notStored(e, events.getFirst()));
            TransactionNumber.note(Objects.requireNonNull(number));
        });
    }

    private RuntimeException notStored(SQLException cause, EventMessage<?> first) {
        handlePersistenceException(cause, first);
        return new EventStoreException("Events cannot be stored", cause);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken last, int limit) {
        pace.beforeReading();
        var events = super.fetchTrackedEvents(last, limit);
        pace.afterReading(!events.isEmpty() && events.size() < limit);
        return events;
    }

    @Override
    protected PreparedStatement readEventData(
            Connection connection, @Nullable TrackingToken last, int limit) throws SQLException {
        return last instanceof GapAwareTrackingToken token
                ? EventQuery.after(connection, token.getIndex(), token.getGaps(), limit)
                : EventQuery.after(connection, -1, Collections.emptySortedSet(), limit);
    }
}

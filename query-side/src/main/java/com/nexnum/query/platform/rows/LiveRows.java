package com.nexnum.query.platform.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nexnum.query.platform.ReadableTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Folds events as they happen. The rows of a batch are fetched once, and written once before its
 * commit. When that write fails, the events of the batch come again and are written one by one, so
 * that the one to blame is known and becomes a dead letter alone.
 */
@Component
public class LiveRows {

    private final JdbcClient sql;
    private final ReadableTexts texts;
    private final Cache<String, Boolean> suspects =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public LiveRows(JdbcClient sql, ReadableTexts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    /**
     * Folds the event, in the transaction that is running.
     *
     * @throws IllegalStateException when an event before this one never came
     */
    public void fold(ReadModel model, EventMessage<?> event) {
        var batch = batch(model);
        var recorded = new Happened(event, batch.positions);
        batch.expect(model, recorded);
        if (suspects.getIfPresent(event.getIdentifier()) != null) {
            batch.rows.foldAndFlush(model, recorded);
        } else {
            batch.rows.fold(model, recorded);
            batch.folded.add(event.getIdentifier());
        }
    }

    /** Empties every table of the model. */
    public void clear(ReadModel model) {
        var tables = model.tables().stream().map(Table::name).collect(Collectors.joining(", "));
        sql.sql("truncate " + tables).update();
    }

    private Batch batch(ReadModel model) {
        var key = new Key(this, model);
        if (TransactionSynchronizationManager.getResource(key) instanceof Batch running) {
            return running;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("Events are folded in a transaction");
        }
        var batch = new Batch(key);
        TransactionSynchronizationManager.bindResource(key, batch);
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private record Key(LiveRows rows, ReadModel model) {}

    /** One transaction's work on one model. */
    private final class Batch implements TransactionSynchronization {

        private final Key key;
        private final TableRows rows = new TableRows(sql, texts, UnaryOperator.identity());
        private final Positions positions = new Positions(sql);
        private final List<String> folded = new ArrayList<>();
        private final Set<String> expected = new HashSet<>();

        Batch(Key key) {
            this.key = key;
        }

        /** Fetches what the event will look for, and with it what the rest of the batch will. */
        void expect(ReadModel model, Happened event) {
            if (expected.contains(event.eventId())) {
                return;
            }
            var coming =
                    Stream.concat(Stream.of(event), rest(model, event))
                            .filter(next -> expected.add(next.eventId()))
                            .toList();
            positions.expect(coming.stream().map(Happened::eventId).toList());
            rows.foresee(model, coming);
        }

        private Stream<Happened> rest(ReadModel model, Happened event) {
            return CurrentUnitOfWork.isStarted()
                            && CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                    ? batch.getMessages().stream()
                            .filter(message -> message instanceof EventMessage<?>)
                            .map(message -> new Happened((EventMessage<?>) message, positions))
                            .filter(next -> !next.eventId().equals(event.eventId()))
                            .filter(next -> takes(model, next))
                    : Stream.empty();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            try {
                rows.flush();
                OutdatedProjection.refuse(sql, key.model());
            } catch (OutdatedProjection e) {
                throw e;
            } catch (RuntimeException e) {
                folded.forEach(id -> suspects.put(id, true));
                throw e;
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }

    /** One that cannot be read fails in its own turn. */
    private static boolean takes(ReadModel model, Happened event) {
        try {
            return model.events().stream().anyMatch(type -> type.isInstance(event.payload()));
        } catch (SerializationException _) {
            return false;
        }
    }
}

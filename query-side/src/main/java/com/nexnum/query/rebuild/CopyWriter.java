package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.Table;
import com.nexnum.query.platform.rows.TableStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes next tables in a thread and a transaction of its own, a few buffers behind at most. */
final class CopyWriter implements AutoCloseable {

    private static final int BUFFERS_UNDER_WAY = 4;

    private final Connection connection;
    private final JdbcClient sql;
    private final TableStore store;
    private final Semaphore room = new Semaphore(BUFFERS_UNDER_WAY);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("rebuild-writer").factory());
    private volatile @Nullable Exception failure;

    CopyWriter(Connection connection) {
        this.connection = connection;
        this.sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.store = new TableStore(sql, NextTables::name);
    }

    /** Hands a buffer over; waits while too many are under way. */
    void copy(CopyBuffer buffer) throws InterruptedException {
        room.acquire();
        thread.execute(() -> {
            try {
                if (failure == null) {
                    send(buffer);
                }
            } catch (SQLException | IOException | RuntimeException e) {
                failure = e;
            } finally {
                room.release();
            }
        });
        throwFailure();
    }

    /** Makes the rows of the table findable, once all before is written. */
    void key(Table<?> table) throws InterruptedException {
        call(() -> {
            NextTables.key(sql, table);
            return table;
        });
    }

    <R> List<R> find(Table<R> table, Collection<Object> keys) throws InterruptedException {
        return call(() -> store.find(table, keys));
    }

    void replace(Table<?> table, Collection<?> rows) throws InterruptedException {
        call(() -> {
            store.write(table, rows);
            return table;
        });
    }

    /** What is there for good once it is committed. */
    record Safe(String model, long position, long events, boolean all) {}

    /** Commits what was written, once all of it is, and in the same breath how far it is. */
    void commit(Safe safe) throws InterruptedException {
        call(() -> {
            RebuildLog.safe(sql, safe);
            connection.commit();
            BulkConnection.withoutLimits(connection);
            return connection;
        });
    }

    @Override
    public void close() {
        thread.close();
    }

    private <T> T call(Callable<T> work) throws InterruptedException {
        try {
            var result = thread.submit(work).get();
            throwFailure();
            return result;
        } catch (ExecutionException e) {
            throwFailure();
            throw new IllegalStateException("The rebuild cannot write", e.getCause());
        }
    }

    private void throwFailure() {
        var known = failure;
        if (known != null) {
            throw new IllegalStateException("The rebuild cannot write", known);
        }
    }

    private void send(CopyBuffer buffer) throws SQLException, IOException {
        var bytes = buffer.finished();
        var copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin (format binary)"
                                        .formatted(
                                                NextTables.name(buffer.table().name()),
                                                buffer.table().columnNames()));
        try {
            copy.writeToCopy(ByteStreamWriter.of(bytes));
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}

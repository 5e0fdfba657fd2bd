package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives full next tables their keys, indexes and triggers: sorted once instead of row by row. */
@Component
class Indexing {

    private static final int AT_ONCE = 2;

    private final DataSource database;

    Indexing(DataSource database) {
        this.database = database;
    }

    void run(ReadModel model) throws InterruptedException {
        var threads =
                Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofPlatform().daemon().name("rebuild-index-", 0).factory());
        try (threads) {
            var running = new ArrayList<Future<?>>();
            for (var table : model.tables().reversed()) {
                running.add(
                        threads.submit(() -> {
                            index(table);
                            return table;
                        }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The rebuild cannot index", e.getCause());
        }
    }

    private void index(Table<?> table) throws SQLException {
        try (var indexing = BulkConnection.writing(database)) {
            var connection = indexing.connection();
            NextTables.index(
                    JdbcClient.create(new SingleConnectionDataSource(connection, true)), table);
            connection.commit();
        }
    }
}

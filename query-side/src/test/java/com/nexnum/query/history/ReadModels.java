package com.nexnum.query.history;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.ReadableTexts;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database, and what a projection needs around it. */
public final class ReadModels {

    private final DataSource source = pool(TestDatabase.migrated().url());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(source));

    public final JdbcClient sql = JdbcClient.create(source);
    public final Changes changes = new Changes();
    public final InMemoryPersonalData personalData = new InMemoryPersonalData();
    public final ReadableTexts texts = new ReadableTexts(sql, personalData);
    public final History history = new History(sql, personalData);

    /** Delivers to the projection's annotated handlers, as one batch in one transaction. */
    public void deliver(Object projection, List<? extends EventMessage<?>> events) {
        var handlers = new AnnotationEventHandlerAdapter(projection);
        transaction.executeWithoutResult(
                status -> events.forEach(event -> handle(handlers, event)));
    }

    public void deliver(Object projection, EventMessage<?> event) {
        deliver(projection, List.of(event));
    }

    public void reset(Object projection) {
        var handlers = new AnnotationEventHandlerAdapter(projection);
        transaction.executeWithoutResult(status -> handlers.prepareReset());
    }

    /** Every row of the tables, comparable. */
    public List<String> rows(List<String> tables) {
        return tables.stream()
                .flatMap(table ->
                        sql
                                .sql(
                                        "select '%s ' || to_jsonb(t) from %s t order by 1"
                                                .formatted(table, table))
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    private static void handle(AnnotationEventHandlerAdapter handlers, EventMessage<?> event) {
        try {
            if (handlers.canHandle(event)) {
                handlers.handle(event);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}

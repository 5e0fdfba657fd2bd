package com.nexnum.query.history;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.platform.ReadableTexts;
import com.nexnum.query.platform.rows.LiveRows;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty, migrated database, and what a projection needs around it. */
public final class ReadModels {

    private static final DataSource SOURCE = pool(TestDatabase.migrated().url());

    public final DataSource database = SOURCE;
    public final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(SOURCE));

    public final JdbcClient sql = JdbcClient.create(SOURCE);
    public final Changes changes = new Changes();
    public final InMemoryPersonalData personalData = new InMemoryPersonalData();
    public final ReadableTexts texts = new ReadableTexts(sql, personalData);
    public final LiveRows live = new LiveRows(sql, texts);
    public final History history = new History(sql, personalData);

    /** Empties the one database that all tests share, one after the other. */
    public ReadModels() {
        inTransaction(this::empty);
    }

    /** Not even a superuser truncates events, unless triggers are off. */
    private void empty() {
        sql.sql("set local session_replication_role = replica").update();
        var tables =
                sql.sql(
                                """
                                select string_agg(quote_ident(tablename), ', ') from pg_tables
                                 where schemaname = 'public' and tablename <> 'flyway_schema_history'
                                """)
                        .query(String.class)
                        .single();
        sql.sql("truncate " + tables).update();
    }

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

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Every row of the tables, comparable. */
    public List<String> rows(List<String> tables) {
        return tables.stream()
                .flatMap(table ->
                        sql
                                .sql(
                                        "select '%s ' || to_jsonb(t)::text from %s t order by 1"
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
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}

package com.nexnum.query.rebuild;

import com.nexnum.query.platform.ReadableTexts;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import com.nexnum.query.platform.rows.TableRows;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings next tables from the position of the bulk load to the head, and makes them the live ones.
 * Events that were folded before are folded again and change nothing; so each round begins a little
 * before the end of the last one, where positions may have been filled late.
 */
@Component
class CatchUp {

    /** As far back as Axon's own tokens remember gaps. */
    static final int LATE_POSITIONS = 10_000;

    private static final int NEARLY_THERE = 1_000;
    private static final int ROUNDS = 20;

    private final DataSource database;
    private final JdbcClient sql;
    private final EventCursor cursor;
    private final ReadableTexts texts;
    private final TransactionTemplate transaction;

    CatchUp(
            DataSource database,
            JdbcClient sql,
            EventCursor cursor,
            ReadableTexts texts,
            TransactionTemplate transaction) {
        this.database = database;
        this.sql = sql;
        this.cursor = cursor;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** Folds what came since, until little is left. */
    long nearly(ReadModel model, long position) {
        var reached = position;
        for (var round = 0; round < ROUNDS; round++) {
            var before = reached;
            reached = inTransaction(() -> foldAfter(model, before));
            if (reached - before < NEARLY_THERE) {
                break;
            }
        }
        return reached;
    }

    /**
     * Readers and the live processor wait while the rest is folded and the tables change places.
     * Tokens stay as they are: what a processor takes again changes nothing.
     *
     * @return up to where the tables are that are live now
     */
    long andSwitch(ReadModel model, long position) {
        return inTransaction(() -> {
            sql.sql("set local lock_timeout = '5s'").update();
            sql.sql("lock table " + live(model) + " in access exclusive mode").update();
            sql.sql("lock table dead_letter_entry in exclusive mode").update();
            var reached = foldAfter(model, position);
            NextTables.becomeLive(sql, model);
            sql.sql(
                            """
                            delete from dead_letter_entry where processing_group = ? and payload_type = any (?)
                            """)
                    .params(
                            model.name(),
                            EventDecoder.storedNames(model.events()).toArray(String[]::new))
                    .update();
            return reached;
        });
    }

    private long foldAfter(ReadModel model, long position)
            throws SQLException, InterruptedException {
        var head =
                sql.sql("select coalesce(max(global_index), -1) from domain_event_entry")
                        .query(Long.class)
                        .single();
        var rows = new TableRows(sql, texts, NextTables::name);
        cursor.read(
                DataSourceUtils.getConnection(database),
                model,
                position - LATE_POSITIONS,
                head,
                page -> {
                    rows.foresee(model, page);
                    page.forEach(event -> rows.fold(model, event));
                    rows.flush();
                });
        return Math.max(head, position);
    }

    private static String live(ReadModel model) {
        return model.tables().stream().map(Table::name).collect(Collectors.joining(", "));
    }

    @FunctionalInterface
    private interface Work {
        long run() throws SQLException, InterruptedException;
    }

    private long inTransaction(Work work) {
        var result =
                transaction.execute(_ -> {
                    sql.sql("set local statement_timeout = 0").update();
                    try {
                        return work.run();
                    } catch (SQLException e) {
                        throw new IllegalStateException("The rebuild cannot catch up", e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("The rebuild was stopped", e);
                    }
                });
        return result;
    }
}

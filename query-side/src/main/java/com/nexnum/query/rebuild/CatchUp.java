package com.nexnum.query.rebuild;

import com.nexnum.query.platform.ReadableTexts;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.TableRows;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings tables that stand beside the live ones up to the head. Nobody is told of what is folded
 * here. Events that were folded before are folded again and change nothing; so each round begins a
 * little before the end of the last one, where positions may have been filled late.
 */
@Component
class CatchUp {

    /** As far back as Axon's own tokens remember gaps. */
    static final int LATE_POSITIONS = 10_000;

    private static final int NEARLY_THERE = 1_000;
    private static final int ROUNDS = 20;

    /** How many positions one round takes, so that a rebuild can be stopped between two. */
    private static final int ROUND = 50_000;

    /** So few that whoever wants to rebuild meanwhile need not wait for long. */
    private static final int STEP = 20_000;

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

    /** Hears how far it is after each round; may throw to stop it. */
    @FunctionalInterface
    interface Heard {
        void at(long position);
    }

    /**
     * Folds what came since, until little is left.
     *
     * @param stored under which name a table stands
     * @return up to where the tables hold what happened
     */
    long nearly(ReadModel model, UnaryOperator<String> stored, long position, Heard heard) {
        var reached = position;
        for (var few = 0; few < ROUNDS; ) {
            var before = reached;
            reached = inTransaction(() -> fold(model, stored, before, ROUND));
            heard.at(reached);
            var step = reached - before;
            if (step < NEARLY_THERE) {
                break;
            }
            few += step < ROUND ? 1 : 0;
        }
        return reached;
    }

    /** Folds a little of what came since into the previous tables. */
    long step(ReadModel model, long position) {
        return inTransaction(() -> fold(model, NextTables::previous, position, STEP));
    }

    /**
     * Folds, in the transaction that runs, everything behind a position.
     *
     * @param most how many positions at most
     * @return up to where the tables hold what happened
     */
    long fold(ReadModel model, UnaryOperator<String> stored, long position, long most)
            throws SQLException, InterruptedException {
        var head = head();
        var end = head - position > most ? position + most : Math.max(head, position);
        var rows = new TableRows(sql, texts, stored);
        cursor.read(
                DataSourceUtils.getConnection(database),
                model,
                position - LATE_POSITIONS,
                end,
                page -> {
                    rows.foresee(model, page);
                    page.forEach(event -> rows.fold(model, event));
                    rows.flush();
                });
        return end;
    }

    /** The last position of the store; -1 when it is empty. */
    long head() {
        return sql.sql("select coalesce(max(global_index), -1) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Work of one transaction. */
    @FunctionalInterface
    interface Work {
        long run() throws SQLException, InterruptedException;
    }

    long inTransaction(Work work) {
        return transaction.execute(_ -> {
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
    }
}

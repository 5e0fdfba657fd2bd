package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that stand beside the live ones: the next ones, which are built, and the previous
 * ones, which are kept to go back to. What they are made of is the database's matter: functions of
 * the owner copy the live table, its keys, indexes and triggers.
 */
final class NextTables {

    private static final String NEXT = "__next";
    private static final String PREVIOUS = "__prev";

    /** Under which name the next table stands beside the live one. */
    static String name(String live) {
        return live + NEXT;
    }

    /** Under which name the previous table stands beside the live one. */
    static String previous(String live) {
        return live + PREVIOUS;
    }

    /** Empty ones, without indexes; what an earlier rebuild left is dropped. */
    static void open(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_open(?)", table));
    }

    /** Whether next tables are there that could become the live ones. */
    static boolean fit(JdbcClient sql, ReadModel model) {
        return fit(sql, model, NEXT);
    }

    /** Whether previous tables are there that could become the live ones. */
    static boolean previousFit(JdbcClient sql, ReadModel model) {
        return fit(sql, model, PREVIOUS);
    }

    /** Only the primary key, so that rows can be found again. */
    static void key(JdbcClient sql, Table<?> table) {
        call(sql, "rebuild_index(?, true)", table);
    }

    /** Every key, index and trigger that the live table has. */
    static void index(JdbcClient sql, Table<?> table) {
        call(sql, "rebuild_index(?, false)", table);
        sql.sql("analyze " + name(table.name())).update();
    }

    /** Makes them the live ones, in the transaction that has these locked, and keeps those. */
    static void becomeLive(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_switch(?)", table));
    }

    /**
     * Lets the previous ones and the live ones change places, in the transaction with the locks.
     */
    static void comeBack(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_return(?)", table));
    }

    static void drop(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_drop(?)", table));
    }

    static void dropPrevious(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_drop_previous(?)", table));
    }

    private static boolean fit(JdbcClient sql, ReadModel model, String suffix) {
        return model.tables().stream()
                .allMatch(table ->
                        sql.sql("select rebuild_fits(?, ?)")
                                .params(table.name(), suffix)
                                .query(Boolean.class)
                                .single());
    }

    private static void call(JdbcClient sql, String function, Table<?> table) {
        sql.sql("select " + function).param(table.name()).query(row -> {});
    }

    private NextTables() {}
}

package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that are built beside the live ones. What they are made of is the database's matter:
 * functions of the owner copy the live table, its keys, indexes and triggers.
 */
final class NextTables {

    /** Under which name the next table stands beside the live one. */
    static String name(String live) {
        return live + "__next";
    }

    /** Empty ones, without indexes; what an earlier rebuild left is dropped. */
    static void open(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_open(?)", table));
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

    /** Makes them the live ones, in the transaction that has these locked. */
    static void becomeLive(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_switch(?)", table));
    }

    static void drop(JdbcClient sql, ReadModel model) {
        model.tables().forEach(table -> call(sql, "rebuild_drop(?)", table));
    }

    private static void call(JdbcClient sql, String function, Table<?> table) {
        sql.sql("select " + function).param(table.name()).query(row -> {});
    }

    private NextTables() {}
}

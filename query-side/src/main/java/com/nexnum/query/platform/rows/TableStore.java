package com.nexnum.query.platform.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes many rows of a table by one statement. */
public final class TableStore {

    private final JdbcClient sql;
    private final UnaryOperator<String> stored;

    /**
     * @param stored under which name the table of a read model stands in the database
     */
    public TableStore(JdbcClient sql, UnaryOperator<String> stored) {
        this.sql = sql;
        this.stored = stored;
    }

    /** The rows of these keys that are there, kept from other transactions. */
    public <R> List<R> find(Table<R> table, Collection<Object> keys) {
        return sql.sql(table.find(stored.apply(table.name())))
                .params(arrays(table, keys))
                .query((row, _) -> table.read(row))
                .list();
    }

    /** Inserts the rows, or replaces those of their keys. */
    public void write(Table<?> table, Collection<?> rows) {
        var arrays = new ArrayList<Object>();
        for (var column : table.columns()) {
            var values = rows.stream().map(column::value);
            arrays.add(
                    switch (column.kind()) {
                        case BIGINT -> values.toArray(Long[]::new);
                        case INT -> values.toArray(Integer[]::new);
                        case BOOLEAN -> values.toArray(Boolean[]::new);
                        case TEXT, INSTANT, JSON ->
                                values.map(value -> value == null ? null : value.toString())
                                        .toArray(String[]::new);
                    });
        }
        sql.sql(table.write(stored.apply(table.name()))).params(arrays).update();
    }

    /** Sets columns of a customer's rows. */
    void assign(Table<?> table, String customerId, String assignments) {
        sql.sql(
                        "update %s set %s where customer_id = ?"
                                .formatted(stored.apply(table.name()), assignments))
                .param(customerId)
                .update();
    }

    private static List<Object> arrays(Table<?> table, Collection<Object> keys) {
        var arrays = new ArrayList<Object>();
        for (var i = 0; i < table.key().size(); i++) {
            var place = i;
            var part =
                    keys.stream().map(key -> key instanceof List<?> parts ? parts.get(place) : key);
            arrays.add(
                    switch (table.key().get(i).kind()) {
                        case BIGINT -> part.toArray(Long[]::new);
                        case INT -> part.toArray(Integer[]::new);
                        case TEXT, BOOLEAN, INSTANT, JSON ->
                                part.map(Object::toString).toArray(String[]::new);
                    });
        }
        return arrays;
    }
}

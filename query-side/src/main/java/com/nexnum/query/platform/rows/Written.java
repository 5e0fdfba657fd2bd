package com.nexnum.query.platform.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is to be written: the last row of each key, and added rows in their order. */
final class Written {

    private final Map<Table<?>, Map<Object, Object>> put = new LinkedHashMap<>();
    private final Map<Table<?>, List<Object>> appended = new LinkedHashMap<>();

    @FunctionalInterface
    interface EachPut {
        void row(Table<?> table, Object key, Object row);
    }

    void put(Table<?> table, Object key, Object row) {
        put.computeIfAbsent(table, _ -> new LinkedHashMap<>()).put(key, row);
    }

    void append(Table<?> table, Object row) {
        appended.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    }

    @Nullable Object find(Table<?> table, Object key) {
        var rows = put.get(table);
        return rows == null ? null : rows.get(key);
    }

    boolean holds(Table<?> table, Object key) {
        return find(table, key) != null;
    }

    void forEach(BiConsumer<Table<?>, Collection<?>> each) {
        put.forEach((table, rows) -> each.accept(table, rows.values()));
        appended.forEach(each);
    }

    void eachPut(EachPut each) {
        put.forEach((table, rows) -> rows.forEach((key, row) -> each.row(table, key, row)));
    }

    void moveTo(Written other) {
        eachPut(other::put);
        appended.forEach((table, rows) -> rows.forEach(row -> other.append(table, row)));
        clear();
    }

    Written copy() {
        var copy = new Written();
        eachPut(copy::put);
        appended.forEach((table, rows) -> rows.forEach(row -> copy.append(table, row)));
        return copy;
    }

    void clear() {
        put.clear();
        appended.clear();
    }
}

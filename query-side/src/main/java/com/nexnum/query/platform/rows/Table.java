package com.nexnum.query.platform.rows;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are records: each component stands in the column of its name, in snake case.
 *
 * @param <R> the record
 */
public final class Table<R> {

    private final String name;
    private final List<Column> columns;
    private final List<Column> key;
    private final boolean once;
    private final Constructor<R> constructor;

    private Table(String name, Class<R> row, List<String> key, boolean once) {
        var components = row.getRecordComponents();
        this.name = name;
        this.columns = Arrays.stream(components).map(Column::new).toList();
        this.key = columns.stream().filter(column -> key.contains(column.name())).toList();
        this.once = once;
        this.constructor = canonical(row, components);
    }

    /** Rows that are found and replaced by their key. */
    public static <R extends Record> Table<R> keyed(String name, Class<R> row, String... key) {
        return new Table<>(name, row, List.of(key), false);
    }

    /** Rows that are only added; a row that is there already is an error. */
    public static <R extends Record> Table<R> log(String name, Class<R> row) {
        return new Table<>(name, row, List.of(), false);
    }

    /** Rows that are only added; one whose key is there already is the same row again. */
    public static <R extends Record> Table<R> logOnce(String name, Class<R> row, String... key) {
        return new Table<>(name, row, List.of(key), true);
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Column> key() {
        return key;
    }

    /** Whether a row whose key is there already is left out. */
    public boolean once() {
        return once;
    }

    /** The key of a row in the form that {@link Rows#find} takes: a value, or a list of values. */
    public Object keyOf(Object row) {
        return key.size() == 1
                ? component(key.getFirst(), row)
                : key.stream().map(column -> component(column, row)).toList();
    }

    private static Object component(Column column, Object row) {
        var value = column.component(row);
        if (value == null) {
            throw new IllegalStateException("A key without " + column.name());
        }
        return value;
    }

    R read(ResultSet row) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(row, i + 1);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a row of " + name, e);
        }
    }

    /** The names of all columns, in order. */
    public String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String keyNames() {
        return key.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Selects the rows of many keys and keeps them from others; one array for each key column. */
    String find(String stored) {
        var wanted =
                key.stream()
                        .map(column -> "?::" + column.kind().sql() + "[]")
                        .collect(Collectors.joining(", "));
        return "select %s from %s where (%s) in (select * from unnest(%s)) order by %s for update"
                .formatted(columnNames(), stored, keyNames(), wanted, keyNames());
    }

    /** Writes many rows; one array for each column. */
    String write(String stored) {
        var arrays =
                columns.stream()
                        .map(column -> "?::" + carrier(column) + "[]")
                        .collect(Collectors.joining(", "));
        var values =
                IntStream.range(0, columns.size())
                        .mapToObj(i -> "c" + i + "::" + columns.get(i).kind().sql())
                        .collect(Collectors.joining(", "));
        var names =
                IntStream.range(0, columns.size())
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from unnest(%s) as w (%s)%s"
                .formatted(stored, columnNames(), values, arrays, names, conflict());
    }

    private static String carrier(Column column) {
        return switch (column.kind()) {
            case TEXT, INSTANT, JSON -> "text";
            case BIGINT, INT, BOOLEAN -> column.kind().sql();
        };
    }

    /** What becomes of a row whose key is there already. */
    public String conflict() {
        if (key.isEmpty()) {
            return "";
        }
        return " on conflict (" + keyNames() + ") do " + (once ? "nothing" : replace());
    }

    private String replace() {
        var others = columns.stream().filter(column -> !key.contains(column)).toList();
        return others.isEmpty()
                ? "nothing"
                : "update set "
                        + others.stream()
                                .map(Column::name)
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", "));
    }

    private static <R> Constructor<R> canonical(Class<R> row, RecordComponent[] components) {
        try {
            var types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = row.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(row + " is no record", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

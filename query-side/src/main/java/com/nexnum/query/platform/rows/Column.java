package com.nexnum.query.platform.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One column of a table and the record's component that it keeps. */
public final class Column {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final Kind kind;
    private final Method accessor;
    private final Type type;

    /** How a value stands in the database. */
    public enum Kind {
        TEXT("text"),
        BIGINT("bigint"),
        INT("integer"),
        BOOLEAN("boolean"),
        INSTANT("timestamptz"),
        JSON("jsonb");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }

    Column(RecordComponent component) {
        this.name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        this.kind = kindOf(component.getType());
        this.accessor = component.getAccessor();
        this.type = component.getGenericType();
        accessor.setAccessible(true);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The component as String, Long, Integer, Boolean, Instant, or JSON in a String. */
    public @Nullable Object value(Object row) {
        var value = component(row);
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.toString();
            case JSON -> JSON.writeValueAsString(value);
            case BIGINT, INT, BOOLEAN, INSTANT -> value;
        };
    }

    @Nullable Object component(Object row) {
        try {
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }

    /** The record's component as a row of the database has it. */
    @Nullable Object read(ResultSet row, int column) throws SQLException {
        return switch (kind) {
            case TEXT -> text(row.getString(column));
            case BIGINT -> row.getObject(column, Long.class);
            case INT -> row.getObject(column, Integer.class);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case INSTANT -> instant(row.getObject(column, OffsetDateTime.class));
            case JSON -> json(row.getString(column));
        };
    }

    private @Nullable Object text(@Nullable String stored) {
        if (stored == null || !(type instanceof Class<?> named) || !named.isEnum()) {
            return stored;
        }
        for (var constant : named.getEnumConstants()) {
            if (constant.toString().equals(stored)) {
                return constant;
            }
        }
        throw new IllegalStateException(name + " cannot be " + stored);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private @Nullable Object json(@Nullable String stored) {
        return stored == null ? null : JSON.readValue(stored, JSON.constructType(type));
    }

    private static Kind kindOf(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return Kind.TEXT;
        } else if (type == long.class || type == Long.class) {
            return Kind.BIGINT;
        } else if (type == int.class || type == Integer.class) {
            return Kind.INT;
        } else if (type == boolean.class) {
            return Kind.BOOLEAN;
        }
        return type == Instant.class ? Kind.INSTANT : Kind.JSON;
    }
}

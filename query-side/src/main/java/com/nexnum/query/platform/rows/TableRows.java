package com.nexnum.query.platform.rows;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.platform.ReadableTexts;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one transaction: fetched and kept from others when first looked for, written together by
 * {@link #flush}. An event that fails leaves nothing behind.
 */
public final class TableRows implements Rows {

    private final TableStore store;
    private final ReadableTexts texts;
    private final Map<Table<?>, Map<Object, Optional<Object>>> known = new HashMap<>();
    private final Written staged = new Written();
    private final Written pending = new Written();

    /**
     * @param stored under which name the table of a read model stands in the database
     */
    public TableRows(JdbcClient sql, ReadableTexts texts, UnaryOperator<String> stored) {
        this.store = new TableStore(sql, stored);
        this.texts = texts;
    }

    /** Folds one event. */
    public void fold(ReadModel model, Recorded event) {
        try {
            model.fold(event, this);
            staged.moveTo(pending);
        } finally {
            staged.clear();
        }
    }

    /** Folds one event and writes at once; when that fails, what was pending before still is. */
    void foldAndFlush(ReadModel model, Recorded event) {
        var before = pending.copy();
        try {
            fold(model, event);
            flush();
        } catch (RuntimeException e) {
            pending.clear();
            before.moveTo(pending);
            throw e;
        }
    }

    /** Fetches what these events will look for, each table once. */
    public void foresee(ReadModel model, Collection<? extends Recorded> events) {
        var wanted = new LinkedHashMap<Table<?>, Set<Object>>();
        for (var event : events) {
            model.foresee(
                    event,
                    (table, key) -> {
                        if (!pending.holds(table, key) && !rowsOf(table).containsKey(key)) {
                            wanted.computeIfAbsent(table, _ -> new LinkedHashSet<>()).add(key);
                        }
                    });
        }
        wanted.forEach(this::fetch);
    }

    @Override
    @SuppressWarnings("unchecked") // A table's rows are its records.
    public <R> @Nullable R find(Table<R> table, Object key) {
        var written = staged.find(table, key);
        if (written == null) {
            written = pending.find(table, key);
        }
        if (written != null) {
            return (R) written;
        }
        if (!rowsOf(table).containsKey(key)) {
            fetch(table, Set.of(key));
        }
        return (R) rowsOf(table).getOrDefault(key, Optional.empty()).orElse(null);
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        staged.put(table, table.keyOf(row), row);
    }

    @Override
    public <R> void append(Table<R> table, R row) {
        staged.append(table, row);
    }

    @Override
    public @Nullable String open(CustomerId customer, String context, @Nullable SealedText sealed) {
        return texts.read(customer, context, sealed);
    }

    @Override
    public void erase(Table<?> table, CustomerId customer, String assignments) {
        flush();
        known.clear();
        texts.beginErasure(customer);
        store.assign(table, customer.value(), assignments);
    }

    /** Writes what is pending, one statement for each table. */
    public void flush() {
        pending.forEach(store::write);
        pending.eachPut((table, key, row) -> rowsOf(table).put(key, Optional.of(row)));
        pending.clear();
    }

    private void fetch(Table<?> table, Set<Object> keys) {
        var found = rowsOf(table);
        keys.forEach(key -> found.put(key, Optional.empty()));
        store.find(table, keys).forEach(row -> found.put(table.keyOf(row), Optional.of(row)));
    }

    private Map<Object, Optional<Object>> rowsOf(Table<?> table) {
        return known.computeIfAbsent(table, _ -> new HashMap<>());
    }
}

package com.nexnum.query.replay;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import com.nexnum.query.platform.rows.TableStore;
import com.nexnum.query.rebuild.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a fold that nobody reads live: keyed ones in memory, and in temporary tables once there
 * are too many; added ones go to whoever wants them. The tables go with their connection.
 */
public final class ScratchRows implements Rows {

    private static final int WRITTEN_AT_ONCE = 2_000;

    private final JdbcClient sql;
    private final ReadModel model;
    private final int most;
    private final Appended appended;
    private final TableStore store;
    private final Map<Table<?>, Map<Object, Object>> rows = new HashMap<>();
    private boolean spilled;

    /** Takes a row that a fold adds. */
    @FunctionalInterface
    public interface Appended {
        void row(Table<?> table, Object row);
    }

    /**
     * @param sql on one connection, which keeps the tables
     * @param most how many keyed rows stay in memory
     */
    public ScratchRows(JdbcClient sql, ReadModel model, int most, Appended appended) {
        this.sql = sql;
        this.model = model;
        this.most = most;
        this.appended = appended;
        this.store = new TableStore(sql, ScratchRows::name);
        keyed().forEach(table ->
                sql.sql(
                                "create temporary table %s (like public.%s including defaults including indexes)"
                                        .formatted(name(table.name()), table.name()))
                        .update());
    }

    /** Under which name the rows of a table stand, once {@link #flush} wrote them. */
    public static String name(String table) {
        return "scratch_" + table;
    }

    /** Makes the rows that these events look for be at hand. */
    public void expect(List<Stored> page) {
        if (rows.values().stream().mapToInt(Map::size).sum() > most) {
            flush();
            rows.clear();
        }
        if (!spilled) {
            return;
        }
        var wanted = new LinkedHashMap<Table<?>, Set<Object>>();
        for (var event : page) {
            model.foresee(
                    event,
                    (table, key) -> {
                        if (!rowsOf(table).containsKey(key)) {
                            wanted.computeIfAbsent(table, _ -> new HashSet<>()).add(key);
                        }
                    });
        }
        wanted.forEach(this::fetch);
    }

    /**
     * @throws RuntimeException when the event does not fold
     */
    public void fold(Recorded event) {
        model.fold(event, this);
    }

    /** Writes what is in memory. */
    public void flush() {
        for (var kept : rows.entrySet()) {
            var all = new ArrayList<>(kept.getValue().values());
            for (var from = 0; from < all.size(); from += WRITTEN_AT_ONCE) {
                var to = Math.min(all.size(), from + WRITTEN_AT_ONCE);
                store.write(kept.getKey(), all.subList(from, to));
            }
        }
        spilled = true;
    }

    public void drop() {
        keyed().forEach(table ->
                sql.sql("drop table if exists pg_temp." + name(table.name())).update());
    }

    @Override
    @SuppressWarnings("unchecked") // A table's rows are its records.
    public <R> @Nullable R find(Table<R> table, Object key) {
        return (R) rowsOf(table).get(key);
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        rowsOf(table).put(table.keyOf(row), row);
    }

    @Override
    public <R> void append(Table<R> table, R row) {
        appended.row(table, row);
    }

    /** Nobody reads texts here. */
    @Override
    public @Nullable String open(CustomerId customer, String context, @Nullable SealedText sealed) {
        return null;
    }

    @Override
    public void erase(Table<?> table, CustomerId customer, String assignments) {}

    private void fetch(Table<?> table, Set<Object> keys) {
        for (Object row : store.find(table, keys)) {
            rowsOf(table).put(table.keyOf(row), row);
        }
    }

    private List<Table<?>> keyed() {
        return model.tables().stream().filter(table -> !table.key().isEmpty()).toList();
    }

    private Map<Object, Object> rowsOf(Table<?> table) {
        return rows.computeIfAbsent(table, _ -> new HashMap<>());
    }
}

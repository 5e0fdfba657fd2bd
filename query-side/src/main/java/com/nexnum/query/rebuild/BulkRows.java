package com.nexnum.query.rebuild;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of all of history: keyed ones in memory until there are too many, added ones on their way to
 * the database. Rows that had to be written early are fetched again, a page of events at a time,
 * when an event needs them.
 */
final class BulkRows implements Rows {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int REPLACED_AT_ONCE = 2_000;

    private final ReadModel model;
    private final PersonalData personalData;
    private final Set<CustomerId> erased;
    private final CopyWriter writer;
    private final int most;
    private final Map<Table<?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<Table<?>, Set<Object>> written = new HashMap<>();
    private final Map<Table<?>, CopyBuffer> buffers = new HashMap<>();
    private boolean spilled;

    /**
     * @param job what its checkpoint says is in the tables already
     * @param erased whose texts stay closed even where a key is still remembered
     * @param most how many rows to keep in memory
     */
    BulkRows(
            Job job,
            PersonalData personalData,
            Set<CustomerId> erased,
            CopyWriter writer,
            int most) {
        this.model = job.model();
        this.spilled = job.checkpoint() != null;
        this.personalData = personalData;
        this.erased = erased;
        this.writer = writer;
        this.most = most;
    }

    void fold(List<Stored> page) throws InterruptedException {
        if (spilled) {
            fetch(page);
        }
        for (var event : page) {
            fold(event);
        }
        for (var buffer : List.copyOf(buffers.values())) {
            if (buffer.size() >= BUFFER_BYTES) {
                writer.copy(buffer);
                buffers.remove(buffer.table());
            }
        }
        if (rows.values().stream().mapToInt(Map::size).sum() > most) {
            spill();
        }
    }

    private void fold(Stored event) {
        try {
            model.fold(event, this);
        } catch (RuntimeException e) {
            throw new IllegalStateException("Event " + event.position() + " does not fold", e);
        }
    }

    /** Writes everything up to a position for good, and goes on. */
    void checkpoint(long position, long events) throws InterruptedException {
        spill();
        writeBuffers();
        writer.commit(new CopyWriter.Safe(model.name(), position, events, false));
    }

    /** Writes everything that is still in memory; it is all there is up to the position. */
    void finish(long position, long events) throws InterruptedException {
        writeRows();
        writeBuffers();
        writer.commit(new CopyWriter.Safe(model.name(), position, events, true));
    }

    private void writeBuffers() throws InterruptedException {
        for (var buffer : List.copyOf(buffers.values())) {
            writer.copy(buffer);
        }
        buffers.clear();
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
        buffer(table).add(row);
    }

    @Override
    public @Nullable String open(CustomerId customer, String context, @Nullable SealedText sealed) {
        return sealed == null || erased.contains(customer)
                ? null
                : personalData.open(customer, context, sealed).orElse(null);
    }

    /** Nothing of them was ever readable here. */
    @Override
    public void erase(Table<?> table, CustomerId customer, String assignments) {}

    private void spill() throws InterruptedException {
        writeRows();
        rows.clear();
        written.clear();
        if (!spilled) {
            for (var table : model.tables()) {
                if (!table.key().isEmpty() && !table.once()) {
                    writer.key(table);
                }
            }
            spilled = true;
        }
    }

    private void writeRows() throws InterruptedException {
        for (var kept : rows.entrySet()) {
            var before = written.getOrDefault(kept.getKey(), Set.of());
            var replaced = new ArrayList<Object>();
            for (var row : kept.getValue().entrySet()) {
                if (before.contains(row.getKey())) {
                    replaced.add(row.getValue());
                } else {
                    add(kept.getKey(), row.getValue());
                }
            }
            flush(kept.getKey());
            replace(kept.getKey(), replaced);
        }
    }

    private void add(Table<?> table, Object row) throws InterruptedException {
        var buffer = buffer(table);
        buffer.add(row);
        if (buffer.size() >= BUFFER_BYTES) {
            flush(table);
        }
    }

    private void flush(Table<?> table) throws InterruptedException {
        var buffer = buffers.remove(table);
        if (buffer != null) {
            writer.copy(buffer);
        }
    }

    private void replace(Table<?> table, List<Object> all) throws InterruptedException {
        for (var from = 0; from < all.size(); from += REPLACED_AT_ONCE) {
            var to = Math.min(all.size(), from + REPLACED_AT_ONCE);
            writer.replace(table, List.copyOf(all.subList(from, to)));
        }
    }

    private void fetch(List<Stored> page) throws InterruptedException {
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
        for (var keys : wanted.entrySet()) {
            fetch(keys.getKey(), keys.getValue());
        }
    }

    private void fetch(Table<?> table, Collection<Object> keys) throws InterruptedException {
        for (Object row : writer.find(table, keys)) {
            rowsOf(table).put(table.keyOf(row), row);
            written.computeIfAbsent(table, _ -> new HashSet<>()).add(table.keyOf(row));
        }
    }

    private Map<Object, Object> rowsOf(Table<?> table) {
        return rows.computeIfAbsent(table, _ -> new HashMap<>());
    }

    private CopyBuffer buffer(Table<?> table) {
        return buffers.computeIfAbsent(table, it -> new CopyBuffer(it, BUFFER_BYTES));
    }
}

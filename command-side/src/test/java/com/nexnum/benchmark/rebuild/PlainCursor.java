package com.nexnum.benchmark.rebuild;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/**
 * The yardstick: one thread reads the same events by a plain cursor, parses each and folds it into
 * maps. Writes nothing.
 */
final class PlainCursor implements Rows {

    private final DataSource database;
    private final ReadModel model;
    private final PersonalData personalData;
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<Table<?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<Table<?>, List<Object>> page = new HashMap<>();

    PlainCursor(DataSource database, ReadModel model, PersonalData personalData) {
        this.database = database;
        this.model = model;
        this.personalData = personalData;
        var mapper = EventSerializer.create().getObjectMapper();
        model.events().stream()
                .flatMap(event ->
                        event.isSealed()
                                ? Stream.of(event.getPermittedSubclasses())
                                : Stream.of(event))
                .forEach(event ->
                        readers.put(EventSerializer.nameOf(event), mapper.readerFor(event)));
    }

    private record Read(long position, String eventId, long sequence, String time, Object payload)
            implements Recorded {
        @Override
        public Instant at() {
            return Instant.parse(time);
        }
    }

    /** How many events were read, parsed and folded. */
    long fold() throws SQLException {
        var count = 0L;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement(
                            """
                            select global_index, event_identifier, sequence_number, time_stamp, payload_type, payload
                              from domain_event_entry where payload_type = any (?) order by global_index
                            """)) {
                statement.setFetchSize(2_000);
                statement.setArray(1, connection.createArrayOf("text", readers.keySet().toArray()));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        var reader = readers.get(row.getString(5));
                        Object event = reader.readValue(row.getString(6));
                        model.fold(
                                new Read(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        event),
                                this);
                        if (++count % 2_000 == 0) {
                            page.clear();
                        }
                    }
                }
            }
            connection.rollback();
        }
        return count;
    }

    @Override
    @SuppressWarnings("unchecked") // A table's rows are its records.
    public <R> @Nullable R find(Table<R> table, Object key) {
        return (R) rows.computeIfAbsent(table, _ -> new HashMap<>()).get(key);
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        rows.computeIfAbsent(table, _ -> new HashMap<>()).put(table.keyOf(row), row);
    }

    @Override
    public <R> void append(Table<R> table, R row) {
        page.computeIfAbsent(table, _ -> new ArrayList<>()).add(row);
    }

    @Override
    public @Nullable String open(CustomerId customer, String context, @Nullable SealedText sealed) {
        return sealed == null ? null : personalData.open(customer, context, sealed).orElse(null);
    }

    @Override
    public void erase(Table<?> table, CustomerId customer, String assignments) {}
}

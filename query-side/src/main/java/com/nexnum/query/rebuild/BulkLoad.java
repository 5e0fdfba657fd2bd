package com.nexnum.query.rebuild;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.query.platform.rows.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Folds all of history up to a fixed position into next tables: one thread reads and decodes in one
 * snapshot, one folds, one writes.
 */
@Component
class BulkLoad {

    private static final int ROWS_IN_MEMORY = 400_000;

    private final DataSource database;
    private final EventCursor cursor;
    private final PersonalData personalData;
    private final int rowsInMemory;

    @Autowired
    BulkLoad(DataSource database, EventCursor cursor, PersonalData personalData) {
        this(database, cursor, personalData, ROWS_IN_MEMORY);
    }

    BulkLoad(DataSource database, EventCursor cursor, PersonalData personalData, int rowsInMemory) {
        this.database = database;
        this.cursor = cursor;
        this.personalData = personalData;
        this.rowsInMemory = rowsInMemory;
    }

    /**
     * @param position the last one that was there when the reading began
     * @param events how many of them the model takes
     */
    record Loaded(long position, long events) {}

    /**
     * Fills the model's next tables, which are empty and have no indexes.
     *
     * @throws IllegalStateException when an event does not fold, or the database refuses
     */
    Loaded run(ReadModel model, Progress progress) throws SQLException, InterruptedException {
        try (var reading = BulkConnection.snapshot(database);
                var writing = BulkConnection.writing(database)) {
            var target = head(reading.connection());
            progress.target(target);
            try (var writer = new CopyWriter(writing.connection());
                    var pages =
                            new PageQueue(into ->
                                    cursor.read(reading.connection(), model, -1, target, into))) {
                var rows =
                        new BulkRows(
                                model,
                                personalData,
                                erased(reading.connection()),
                                writer,
                                rowsInMemory);
                pages.start();
                var events = 0L;
                for (var page = pages.next(); page != null; page = pages.next()) {
                    rows.fold(page);
                    events += page.size();
                    if (!page.isEmpty()) {
                        progress.reached(page.getLast().position(), events);
                    }
                }
                rows.finish();
                return new Loaded(target, events);
            }
        }
    }

    private static long head(Connection reading) throws SQLException {
        try (var statement = reading.createStatement();
                var row =
                        statement.executeQuery(
                                "select coalesce(max(global_index), -1) from domain_event_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<CustomerId> erased(Connection reading) throws SQLException {
        var erased = new HashSet<CustomerId>();
        try (var statement = reading.createStatement();
                var rows =
                        statement.executeQuery(
                                "select customer_id from privacy_key where erased_at is not null")) {
            while (rows.next()) {
                erased.add(new CustomerId(rows.getString(1)));
            }
        }
        return erased;
    }
}

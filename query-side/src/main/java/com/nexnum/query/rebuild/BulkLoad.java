package com.nexnum.query.rebuild;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Folds history up to a fixed position into next tables: one thread reads and decodes in one
 * snapshot, one folds, one writes. From time to time what is done so far is made safe, so that a
 * rebuild that was paused, or whose process died, goes on from there.
 */
@Component
class BulkLoad {

    private final DataSource database;
    private final EventCursor cursor;
    private final PersonalData personalData;
    private final BulkPace pace;

    @Autowired
    BulkLoad(DataSource database, EventCursor cursor, PersonalData personalData) {
        this(database, cursor, personalData, BulkPace.USUAL);
    }

    BulkLoad(DataSource database, EventCursor cursor, PersonalData personalData, BulkPace pace) {
        this.database = database;
        this.cursor = cursor;
        this.personalData = personalData;
        this.pace = pace;
    }

    /**
     * @param position the last one that was there when the reading began
     * @param events how many of them the model takes
     */
    record Loaded(long position, long events) {}

    /**
     * Fills the model's next tables, which hold what the job's checkpoint says and have no indexes.
     *
     * @throws StopWanted when it is paused, after a checkpoint, or cancelled
     * @throws IllegalStateException when an event does not fold, or the database refuses
     */
    Loaded run(Job job, Progress progress, Throttle throttle)
            throws SQLException, InterruptedException {
        try (var reading = BulkConnection.snapshot(database);
                var writing = BulkConnection.writing(database)) {
            var from = job.begun().orElse(-1);
            var target = Math.max(from, job.target(head(reading.connection())));
            progress.target(target);
            try (var writer = new CopyWriter(writing.connection());
                    var pages =
                            new PageQueue(into ->
                                    cursor.read(
                                            reading.connection(),
                                            job.model(),
                                            new EventCursor.Span(from, target),
                                            throttle::page,
                                            into))) {
                var rows =
                        new BulkRows(
                                job,
                                personalData,
                                erased(reading.connection()),
                                writer,
                                pace.rowsInMemory());
                pages.start();
                var steps = new BulkSteps(job, rows, target, pace, progress, throttle);
                for (var page = pages.next(); page != null; page = pages.next()) {
                    steps.take(page);
                }
                rows.finish(target, steps.events());
                return new Loaded(target, steps.events());
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

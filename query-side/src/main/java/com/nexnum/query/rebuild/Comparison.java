package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Compares next tables with the live ones while both go on: rows that stand at the same event must
 * be the same. Writes down how many there are, their checksums, and samples of what differs.
 */
@Component
class Comparison {

    private final DataSource database;
    private final RebuildDifferences differences;

    Comparison(DataSource database, RebuildDifferences differences) {
        this.database = database;
        this.differences = differences;
    }

    /** Compares every table, in one snapshot. */
    void run(ReadModel model) throws SQLException {
        differences.forget(model.name());
        try (var reading = BulkConnection.snapshot(database)) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(reading.connection(), true));
            for (var table : model.tables()) {
                compare(sql, model, table);
            }
            reading.connection().commit();
        }
    }

    /** Looks again at what one side lacked, once the next tables have caught up with it. */
    long confirm(ReadModel model) {
        return differences.confirm(model);
    }

    private void compare(JdbcClient sql, ReadModel model, Table<?> table) {
        var names = ComparedNames.of(sql, table);
        var found =
                empty(sql, table.name())
                        ? nothingToCompare(sql, table.name())
                        : counted(sql, table, names);
        differences.add(sql, model.name(), found);
        if (found.liveRows() > 0 && found.notTheSame()) {
            differences.sample(sql, model.name(), table.name(), names, sameEvent(table, names));
        }
    }

    private static TableComparison counted(JdbcClient sql, Table<?> table, ComparedNames names) {
        return sql.sql(
                        """
                        with both_sides as (
                            select live.%3$s is not null as is_live, next.%3$s is not null as is_next, %5$s as same_event,
                                   case when %5$s then hash_record_extended(live, 0) end as live_hash,
                                   case when %5$s then hash_record_extended(next, 0) end as next_hash
                              from %1$s live full join %2$s next on %4$s)
                        select count(*) filter (where is_live) as live_rows, count(*) filter (where is_next) as next_rows,
                               count(*) filter (where same_event) as compared,
                               coalesce(sum(live_hash), 0)::text as live_checksum, coalesce(sum(next_hash), 0)::text as next_checksum,
                               count(*) filter (where live_hash <> next_hash) as differing,
                               count(*) filter (where not is_next) as only_live, count(*) filter (where not is_live) as only_next
                          from both_sides
                        """
                                .formatted(
                                        table.name(),
                                        NextTables.name(table.name()),
                                        names.first(),
                                        names.join("live", "next"),
                                        sameEvent(table, names)))
                .query((row, _) -> RebuildDifferences.comparison(row, table.name()))
                .single();
    }

    /**
     * Rows that are replaced carry the sequence of their last event; added ones are what they are.
     */
    private static String sameEvent(Table<?> table, ComparedNames names) {
        var both = "(live.%1$s is not null and next.%1$s is not null".formatted(names.first());
        var guarded =
                !table.key().isEmpty()
                        && table.columns().stream().map(Column::name).anyMatch("sequence"::equals);
        return both + (guarded ? " and live.sequence = next.sequence)" : ")");
    }

    private static boolean empty(JdbcClient sql, String table) {
        return sql.sql("select not exists (select from " + table + ")")
                .query(Boolean.class)
                .single();
    }

    private static TableComparison nothingToCompare(JdbcClient sql, String table) {
        var next =
                sql.sql("select count(*) from " + NextTables.name(table))
                        .query(Long.class)
                        .single();
        return new TableComparison(table, 0, next, 0, "0", "0", 0, 0, next);
    }
}

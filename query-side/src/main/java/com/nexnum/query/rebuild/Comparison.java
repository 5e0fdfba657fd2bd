package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Compares next tables with the live ones while both go on: rows that stand at the same event must
 * be the same.
 */
@Component
class Comparison {

    private final DataSource database;

    Comparison(DataSource database) {
        this.database = database;
    }

    /** How many rows of the live tables came out otherwise, or not at all. */
    long differing(ReadModel model) throws SQLException {
        var rows = 0L;
        for (var table : model.tables()) {
            if (table.columns().stream().map(Column::name).anyMatch("sequence"::equals)
                    && !table.key().isEmpty()) {
                rows += differing(table);
            }
        }
        return rows;
    }

    private long differing(Table<?> table) throws SQLException {
        var keys = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
        var count =
                """
                select count(*) from %1$s live left join %2$s next using (%3$s)
                 where next.sequence is null
                    or (live.sequence = next.sequence and row(live.*) is distinct from row(next.*))
                """
                        .formatted(table.name(), NextTables.name(table.name()), keys);
        try (var reading = BulkConnection.snapshot(database)) {
            return JdbcClient.create(new SingleConnectionDataSource(reading.connection(), true))
                    .sql(count)
                    .query(Long.class)
                    .single();
        }
    }
}

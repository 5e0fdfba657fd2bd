package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.Column;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares next tables with the live ones while both go on: rows that stand at the same event must
 * be the same.
 */
@Component
class Comparison {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Comparison(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** How many rows of the live tables came out otherwise, or not at all. */
    long differing(ReadModel model) {
        var rows = 0L;
        for (var table : model.tables()) {
            if (table.columns().stream().map(Column::name).anyMatch("sequence"::equals)
                    && !table.key().isEmpty()) {
                rows += differing(table);
            }
        }
        return rows;
    }

    private long differing(Table<?> table) {
        var keys = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
        var count =
                """
                select count(*) from %1$s live left join %2$s next using (%3$s)
                 where next.sequence is null
                    or (live.sequence = next.sequence and row(live.*) is distinct from row(next.*))
                """
                        .formatted(table.name(), NextTables.name(table.name()), keys);
        var rows =
                transaction.execute(_ -> {
                    sql.sql("set local statement_timeout = 0").update();
                    return sql.sql(count).query(Long.class).single();
                });
        return rows == null ? 0 : rows;
    }
}

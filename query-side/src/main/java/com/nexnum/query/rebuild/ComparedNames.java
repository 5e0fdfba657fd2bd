package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By which columns rows of a table find their counterpart.
 *
 * @param key those of the primary key, in its order
 */
record ComparedNames(List<String> key) {

    ComparedNames {
        key = List.copyOf(key);
    }

    static ComparedNames of(JdbcClient sql, Table<?> table) {
        return new ComparedNames(
                sql.sql(
                                """
                                select a.attname from pg_index x
                                  cross join unnest(x.indkey::int2[]) with ordinality as part (attnum, place)
                                  join pg_attribute a on a.attrelid = x.indrelid and a.attnum = part.attnum
                                 where x.indrelid = to_regclass(:table) and x.indisprimary order by part.place
                                """)
                        .param("table", table.name())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    String first() {
        return key.getFirst();
    }

    String join(String one, String other) {
        return key.stream()
                .map(column -> "%s.%s = %s.%s".formatted(one, column, other, column))
                .collect(Collectors.joining(" and "));
    }

    /** The key as JSON, from whichever side has the row. */
    String json() {
        return key.stream()
                .map(column -> "'%1$s', coalesce(live.%1$s, next.%1$s)".formatted(column))
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }
}

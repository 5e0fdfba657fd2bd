package com.nexnum.query.rebuild;

import java.util.List;
import java.util.Map;

/**
 * A row that a rebuild changes. Values are left out, since some are somebody's.
 *
 * @param kind CHANGED, ONLY_LIVE or ONLY_NEXT
 * @param key the row's primary key
 * @param columns which columns differ
 */
public record RowDifference(
        String table, String kind, Map<String, Object> key, List<String> columns) {

    public RowDifference {
        key = Map.copyOf(key);
        columns = List.copyOf(columns);
    }
}

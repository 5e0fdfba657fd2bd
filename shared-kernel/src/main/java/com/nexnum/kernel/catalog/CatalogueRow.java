package com.nexnum.kernel.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One line of a catalogue file, by column. */
record CatalogueRow(Map<String, String> columns) {

    CatalogueRow {
        columns = Map.copyOf(columns);
    }

    /**
     * @throws IllegalStateException when the column is absent or empty
     */
    String text(String column) {
        var text = columns.getOrDefault(column, "");
        if (text.isEmpty()) {
            throw new IllegalStateException("No %s in %s".formatted(column, columns));
        }
        return text;
    }

    /** The values of a column that holds several, parted by {@code |}. */
    List<String> list(String column) {
        return Stream.of(columns.getOrDefault(column, "").split("\\|", -1))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}

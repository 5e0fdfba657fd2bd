package com.nexnum.kernel.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads comma-separated resources: a header line, no quoting, no comma inside a value. */
final class CatalogueFile {

    private CatalogueFile() {}

    /**
     * @throws IllegalStateException when the resource is absent or a line does not fit the header
     */
    static List<CatalogueRow> read(String resource) {
        try (var stream = CatalogueFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("No resource " + resource);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CatalogueRow> parse(Stream<String> lines) {
        var all = lines.filter(line -> !line.isBlank()).toList();
        if (all.isEmpty()) {
            throw new IllegalStateException("A catalogue without a header");
        }
        var header = cells(all.getFirst());
        return all.stream().skip(1).map(line -> row(header, line)).toList();
    }

    private static CatalogueRow row(List<String> header, String line) {
        var cells = cells(line);
        if (cells.size() != header.size()) {
            throw new IllegalStateException("Not one value per column: " + line);
        }
        var columns = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            columns.put(header.get(i), cells.get(i));
        }
        return new CatalogueRow(columns);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip).toList();
    }
}

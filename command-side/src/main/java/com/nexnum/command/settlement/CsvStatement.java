package com.nexnum.command.settlement;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A statement as comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark. The
 * first row names the columns, in any order and any case; columns beside the known ones are passed
 * over.
 */
final class CsvStatement {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    static Statement read(byte[] bytes, LocalDate latest) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return Statement.unreadable("NOT_UTF_8");
        }
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var rows = CSVParser.parse(new StringReader(plain), FORMAT)) {
            return read(rows, latest);
        } catch (IOException | UncheckedIOException _) {
            return Statement.unreadable("QUOTING");
        }
    }

    private static Statement read(CSVParser parser, LocalDate latest) {
        var rows = parser.iterator();
        if (!rows.hasNext()) {
            return Statement.unreadable("EMPTY");
        }
        var header = rows.next();
        var columns = columns(header);
        if (columns.size() < LineCheck.FIELDS.size()) {
            return Statement.unreadable("HEADER");
        }
        var check = new LineCheck(latest);
        try {
            lines(rows, header.size(), columns, check);
        } catch (UncheckedIOException _) {
            check.fault(Math.toIntExact(parser.getRecordNumber() + 1), "line", "QUOTING");
        }
        return check.done();
    }

    private static void lines(
            Iterator<CSVRecord> rows, int width, Map<String, Integer> columns, LineCheck check) {
        while (rows.hasNext()) {
            var row = rows.next();
            int number = Math.toIntExact(row.getRecordNumber());
            if (number > LineCheck.MOST_LINES + 1) {
                check.fault(number, "statement", "TOO_LONG");
                return;
            }
            if (row.size() == width) {
                check.line(number, name -> row.get(Objects.requireNonNull(columns.get(name))));
            } else {
                check.fault(number, "line", "COLUMNS");
            }
        }
    }

    /** Where each known column stands; one that is named twice is no column. */
    private static Map<String, Integer> columns(CSVRecord header) {
        var columns = new HashMap<String, Integer>();
        for (int place = 0; place < header.size(); place++) {
            var name = header.get(place).strip().toLowerCase(Locale.ROOT);
            if (LineCheck.FIELDS.contains(name) && columns.put(name, place) != null) {
                return Map.of();
            }
        }
        return columns;
    }

    private CsvStatement() {}
}

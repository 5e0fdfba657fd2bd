package com.nexnum.query.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.query.ledger.export.ExportedEntry.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void no_text_begins_as_a_formula_does() throws IOException {
        for (var formula :
                List.of(
                        "=1+1",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "\t=1",
                        "\r=1",
                        "\n=1",
                        "  =1",
                        "\uFF1D1",
                        "=cmd|' /C calc'!A0")) {
            var record = written(formula).getFirst();
            assertThat(record.get("reason")).isEqualTo("'" + formula);
        }
    }

    @Test
    void a_negative_amount_stays_a_number_and_harmless_text_as_it_is() throws IOException {
        var records = written("goodwill, \"again\"\nand more");
        assertThat(records).hasSize(2);
        assertThat(records.getFirst().get("amount")).isEqualTo("-1234.50");
        assertThat(records.getFirst().get("reason")).isEqualTo("goodwill, \"again\"\nand more");
        assertThat(records.getLast().get("amount")).isEqualTo("1234.50");
        assertThat(records.getLast().get("reference")).isEmpty();
    }

    private static List<CSVRecord> written(String reason) throws IOException {
        var out = new ByteArrayOutputStream();
        var csv = new Csv(out);
        csv.entry(
                new ExportedEntry(
                        7,
                        "event-7",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        "ADJUSTMENT",
                        "wallet-cus_annaaa",
                        3,
                        "adjust:1",
                        null,
                        reason,
                        "admin",
                        List.of(
                                Line.of(1, "adjustments", -1_234_500_000, "USD"),
                                Line.of(
                                        2,
                                        "customer:cus_annaaa:available",
                                        1_234_500_000,
                                        "USD"))));
        csv.flush();
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
    }
}

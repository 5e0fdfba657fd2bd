package com.nexnum.query.ledger.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * One record for each posting, as RFC 4180 has them, then a line that begins with {@code #}. No
 * text is taken for a formula by a spreadsheet; amounts are plain decimals, negative ones too.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class Csv implements ExportWriter {

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "entry",
                            "entry_id",
                            "at",
                            "type",
                            "wallet",
                            "sequence",
                            "line",
                            "account",
                            "amount",
                            "currency",
                            "operation",
                            "reference",
                            "reason",
                            "approved_by")
                    .get();

    private final BufferedWriter text;
    private final CSVPrinter records;

    Csv(OutputStream out) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.records = new CSVPrinter(text, FORMAT);
    }

    @Override
    public void entry(ExportedEntry entry) throws IOException {
        for (var posting : entry.postings()) {
            records.printRecord(
                    entry.entry(),
                    safe(entry.id()),
                    entry.at(),
                    entry.type(),
                    safe(entry.wallet()),
                    entry.sequence(),
                    posting.line(),
                    safe(posting.account()),
                    posting.amount().amount(),
                    posting.amount().currency(),
                    safe(entry.operation()),
                    safe(entry.reference()),
                    safe(entry.reason()),
                    safe(entry.approvedBy()));
        }
    }

    @Override
    public void flush() throws IOException {
        text.flush();
    }

    @Override
    public void trailer(Trailer trailer) throws IOException {
        text.write("# " + JsonLines.JSON.writeValueAsString(trailer) + "\r\n");
        text.flush();
    }

    /** With an apostrophe before what a spreadsheet might calculate, spaces before it or not. */
    static String safe(@Nullable String field) {
        if (field == null) {
            return "";
        }
        var begin = 0;
        while (begin < field.length() && field.charAt(begin) == ' ') {
            begin++;
        }
        return begin < field.length() && FORMULA.indexOf(field.charAt(begin)) >= 0
                ? "'" + field
                : field;
    }
}

package com.nexnum.query.ledger.export;

import com.nexnum.kernel.money.Currency;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A journal for hledger, strict enough for {@code hledger check --strict}. Signs are ours: what an
 * account gains is positive.
 *
 * @see <a href="https://hledger.org/1.25/hledger.html#journal-format">hledger, journal format</a>
 */
final class HledgerJournal implements ExportWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private final BufferedWriter text;

    HledgerJournal(OutputStream out) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(
                "; NexNum's ledger. What an account gains is positive, what it gives negative.\n");
        text.write("decimal-mark .\n");
        for (var currency : Currency.values()) {
            text.write("commodity 1000.000000 " + currency + "\n");
        }
    }

    @Override
    public void account(String name) throws IOException {
        text.write("account " + named(name) + "\n");
    }

    @Override
    public void entry(ExportedEntry entry) throws IOException {
        text.write("\n" + DATE.format(entry.at()) + " (" + entry.entry() + ") " + entry.type());
        if (entry.reference() != null) {
            text.write(" " + oneLine(entry.reference()));
        }
        text.write("\n    ; entry:" + entry.id() + ", at:" + entry.at() + "\n");
        note("operation", entry.operation());
        if (entry.reason() != null) {
            note("reason", entry.reason());
        }
        if (entry.approvedBy() != null) {
            note("approved-by", entry.approvedBy());
        }
        for (var posting : entry.postings()) {
            var amount = posting.amount();
            text.write(
                    "    "
                            + named(posting.account())
                            + "  "
                            + amount.amount()
                            + " "
                            + amount.currency()
                            + "\n");
        }
    }

    @Override
    public void flush() throws IOException {
        text.flush();
    }

    @Override
    public void trailer(Trailer trailer) throws IOException {
        text.write("; " + JsonLines.JSON.writeValueAsString(trailer) + "\n");
        text.flush();
    }

    private void note(String tag, String value) throws IOException {
        text.write("    ; " + tag + ":" + oneLine(value) + "\n");
    }

    /** A line's end in somebody's words would end the comment, and what follows would be booked. */
    private static String oneLine(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029;]+", " ");
    }

    /** Two spaces would end the name. */
    private static String named(String account) {
        return account.replaceAll("[^0-9A-Za-z_.:-]", "_");
    }
}

package com.nexnum.query.ledger.export;

import com.nexnum.query.ledger.export.ChainHead.Head;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes exports, each from one snapshot and in constant memory. */
@Component
class LedgerExport {

    private final DataSource database;
    private final ObjectProvider<ChainHead> chain;

    LedgerExport(DataSource database, ObjectProvider<ChainHead> chain) {
        this.database = database;
        this.chain = chain;
    }

    /**
     * @param account only entries that touch it or what is below it; null for all
     * @throws IOException when whoever takes the bytes takes no more of them
     */
    void write(ExportFormat format, ExportPeriod period, @Nullable String account, OutputStream to)
            throws SQLException, IOException {
        var head = head();
        var out = new HashedOutput(to);
        var writer = new Counting(format.writer(out));
        try (var journal = JournalCursor.open(database, period, account)) {
            if (format == ExportFormat.HLEDGER) {
                journal.accounts(writer.to::account);
            }
            journal.entries(writer::entry);
        }
        writer.to.flush();
        writer.to.trailer(
                new Trailer(
                        format.wire(),
                        account,
                        period.after(),
                        period.upTo(),
                        writer.entries,
                        writer.postings,
                        out.sha256OfFlushed(),
                        head));
    }

    private @Nullable Head head() {
        var known = chain.getIfAvailable();
        return known == null ? null : known.head().orElse(null);
    }

    private static final class Counting {

        private final ExportWriter to;
        private long entries;
        private long postings;

        Counting(ExportWriter to) {
            this.to = to;
        }

        void entry(ExportedEntry entry) throws IOException {
            to.entry(entry);
            entries++;
            postings += entry.postings().size();
        }
    }
}

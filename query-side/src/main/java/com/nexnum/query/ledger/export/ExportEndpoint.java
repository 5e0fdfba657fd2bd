package com.nexnum.query.ledger.export;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.query.ledger.accounts.AccountTree;
import com.nexnum.query.ledger.accounts.Node;
import com.nexnum.query.ledger.asof.AsOf;
import com.nexnum.query.ledger.asof.JournalPoints;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal of a period as a file, for auditors. */
@RestController
class ExportEndpoint {

    private static final int AT_ONCE = 2;

    private final LedgerExport export;
    private final JournalPoints journal;
    private final AccountTree tree;
    private final Semaphore free = new Semaphore(AT_ONCE);

    ExportEndpoint(LedgerExport export, JournalPoints journal, AccountTree tree) {
        this.export = export;
        this.journal = journal;
        this.tree = tree;
    }

    /**
     * Streams; the last line is the trailer, and a file without one broke off.
     *
     * @param format jsonl, csv or hledger
     * @param from an instant, whose entries are included, or an entry's number; the first by
     *     default
     * @param to an instant, whose entries are not included, or an entry's number; the last by
     *     default
     * @param account only entries that touch it or what is below it
     */
    @GetMapping("/api/v1/audit/exports")
    void export(
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String account,
            HttpServletResponse response)
            throws IOException, SQLException {
        var as = ExportFormat.parse(format);
        var period = ExportPeriod.of(journal, AsOf.parse("from", from), AsOf.parse("to", to));
        var node = Node.parse("account", account);
        if (!node.equals(Node.ROOT) && !tree.knows(node)) {
            throw Node.unknown(node.name());
        }
        if (!free.tryAcquire()) {
            throw Problem.of(429, "EXPORTS_BUSY", "Enough exports are being written here already.")
                    .with(ProblemWriter.RETRY_AFTER, 30)
                    .raised();
        }
        try {
            response.setContentType(as.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"nexnum-ledger-%d-%d.%s\""
                            .formatted(period.after() + 1, period.upTo(), as.extension()));
            export.write(
                    as,
                    period,
                    node.equals(Node.ROOT) ? null : node.name(),
                    response.getOutputStream());
        } finally {
            free.release();
        }
    }
}

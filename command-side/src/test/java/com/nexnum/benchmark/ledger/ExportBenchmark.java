package com.nexnum.benchmark.ledger;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.platform.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many journal entries a second an auditor downloads over HTTP from a process whose heap is 300
 * MB, in each format. Its yardstick reads the same rows by two plain cursors and throws them away.
 */
public final class ExportBenchmark implements Benchmark {

    private static final int ENTRIES = Integer.getInteger("ledger.entries", 2_000_000);
    private static final String HEAP = "300m";
    private static final int TAKES = 3;

    @Override
    public String name() {
        return "ledger-export";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.migrated();
        BusyWallet.write(database, ENTRIES);
        try (var process = QueryProcess.withLedger(database, HEAP, report)) {
            long entries =
                    process.sql()
                            .sql("select count(*) from ledger_entry")
                            .query(Long.class)
                            .single();
            process.read(
                    "/api/v1/audit/exports?to=" + entries / 4,
                    process.auditor(),
                    BodyHandlers.discarding());
            double plain = entries / plainCursor(database, process.sql());
            for (var format : new String[] {"jsonl", "csv", "hledger"}) {
                measure(process, format, entries, plain, report);
            }
        }
    }

    private static void measure(
            QueryProcess process, String format, long entries, double plain, Report report)
            throws IOException, InterruptedException {
        var rates = new double[TAKES];
        long bytes = 0;
        for (int take = 0; take < TAKES; take++) {
            long start = System.nanoTime();
            bytes = download(process, format);
            rates[take] = entries / seconds(start);
        }
        double figure = Report.median(rates);
        report.add(
                Figure.of("ledger-export-" + format, figure, "entries/s")
                        .floor("100000")
                        .ratio(figure / plain)
                        .remark(
                                "%,d entries, %,d MB over HTTP, heap %s; 100,000/s: %s; plain cursors %,.0f/s; takes %s"
                                        .formatted(
                                                entries,
                                                bytes >> 20,
                                                HEAP,
                                                figure >= 100_000 ? "held" : "MISSED",
                                                plain,
                                                Arrays.stream(rates)
                                                        .mapToObj("%,.0f"::formatted)
                                                        .toList())));
    }

    private static long download(QueryProcess process, String format)
            throws IOException, InterruptedException {
        var path = "/api/v1/audit/exports?format=" + format;
        try (InputStream body =
                process.read(path, process.auditor(), BodyHandlers.ofInputStream())) {
            var piece = new byte[1 << 16];
            long bytes = 0;
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                bytes += count;
            }
            return bytes;
        }
    }

    private static double plainCursor(TestDatabase database, JdbcClient sql) throws Exception {
        sql.sql("select count(*) from ledger_posting").query(Long.class).single();
        long start = System.nanoTime();
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (var query :
                    new String[] {
                        "select * from ledger_entry order by position",
                        "select * from ledger_posting order by position, line"
                    }) {
                try (var statement = connection.prepareStatement(query)) {
                    statement.setFetchSize(2_000);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            if (rows.getLong("position") < 0) {
                                throw new IllegalStateException();
                            }
                        }
                    }
                }
            }
        }
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

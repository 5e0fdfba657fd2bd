package com.nexnum.benchmark.ledger;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.platform.database.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * How long an auditor waits for the balance of a wallet of a million entries at any time of its
 * life: over HTTP, one question after the other, each taken down as a view. Its yardstick is a
 * question by turns with it that reads one row only: what HTTP, sign-in, the view and a crowded
 * machine cost. The figure is compared with adding all postings up, too.
 */
public final class AsOfBenchmark implements Benchmark {

    private static final int ENTRIES = Integer.getInteger("ledger.entries", 1_000_000);
    private static final int QUESTIONS = 2_000;
    private static final int WARM_UP = 1_000;
    private static final int SUMS = 15;
    private static final double CEILING_MILLIS = 20;

    @Override
    public String name() {
        return "ledger-asof";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.migrated();
        BusyWallet.write(database, ENTRIES);
        try (var process = QueryProcess.withLedger(database, "1g", report)) {
            var asked = new Asked(process, new Random(ENTRIES));
            asked.times(WARM_UP, new double[WARM_UP]);
            var plain = new double[QUESTIONS];
            var millis = asked.times(QUESTIONS, plain);
            var added = asked.added(SUMS);
            double p99 = Report.percentile(0.99, millis);
            report.add(
                    Figure.of("ledger-asof", p99, "ms")
                            .floor("20")
                            .ratio(p99 / Report.percentile(0.99, plain))
                            .remark(
                                    "p99 of %,d balances of a wallet of %,d entries, half by instant, half by number; under 20 ms: %s; p50 %.2f, p99.9 %.2f; a question for one row p50 %.2f, p99 %.2f; adding all up takes %.0f ms (median of %d, no HTTP)"
                                            .formatted(
                                                    QUESTIONS,
                                                    ENTRIES,
                                                    p99 < CEILING_MILLIS ? "held" : "MISSED",
                                                    Report.median(millis),
                                                    Report.percentile(0.999, millis),
                                                    Report.median(plain),
                                                    Report.percentile(0.99, plain),
                                                    Report.median(added),
                                                    SUMS)));
        }
    }

    /** Somebody who asks for the same account at times that he draws. */
    private static final class Asked {

        private final QueryProcess process;
        private final Random random;
        private final String account = "customer:" + BusyWallet.RESELLER + ":available";
        private final String token;
        private final long first;
        private final long last;
        private final Instant begin;
        private final Instant end;

        Asked(QueryProcess process, Random random) {
            this.process = process;
            this.random = random;
            this.token = process.auditor();
            var sql = process.sql();
            this.first =
                    sql.sql("select min(position) from ledger_entry").query(Long.class).single();
            this.last =
                    sql.sql("select max(position) from ledger_entry").query(Long.class).single();
            this.begin = Instant.parse(time("min"));
            this.end = Instant.parse(time("max"));
        }

        private String time(String which) {
            return process.sql()
                    .sql(
                            "select to_char(%s(occurred_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from ledger_entry"
                                    .formatted(which))
                    .query(String.class)
                    .single();
        }

        double[] times(int questions, double[] plain) throws IOException, InterruptedException {
            var millis = new double[questions];
            for (int n = 0; n < questions; n++) {
                var asOf =
                        n % 2 == 0
                                ? Long.toString(entry())
                                : begin.plusNanos(
                                                random.nextLong(
                                                        Duration.between(begin, end).toNanos()))
                                        .toString();
                long before = System.nanoTime();
                process.read("/api/v1/audit/views?limit=1", token, BodyHandlers.ofString());
                plain[n] = (System.nanoTime() - before) / 1e6;
                long start = System.nanoTime();
                process.read(
                        "/api/v1/audit/accounts/" + account + "/balance?asOf=" + asOf,
                        token,
                        BodyHandlers.ofString());
                millis[n] = (System.nanoTime() - start) / 1e6;
            }
            return millis;
        }

        double[] added(int sums) {
            var millis = new double[sums];
            for (int n = 0; n < sums; n++) {
                long start = System.nanoTime();
                process.sql()
                        .sql(
                                "select sum(amount) from ledger_posting where account = ? and position <= ?")
                        .params(account, entry())
                        .query(Long.class)
                        .single();
                millis[n] = (System.nanoTime() - start) / 1e6;
            }
            return millis;
        }

        private long entry() {
            return first + random.nextLong(last - first);
        }
    }
}

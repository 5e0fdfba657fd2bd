package com.nexnum.benchmark.proof;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.CpuTime;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.benchmark.rebuild.GeneratedHistory;
import com.nexnum.benchmark.rebuild.Shop;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.EventTail;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.query.QuerySide;
import com.nexnum.query.platform.jobs.JobStatus;
import com.nexnum.query.platform.jobs.Jobs;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.proof.Blocks;
import com.nexnum.query.proof.Sealer;
import com.nexnum.query.proof.SealingKeys;
import com.nexnum.query.proof.verification.Verification;
import com.nexnum.query.proof.verification.VerificationRequest;
import com.nexnum.query.rebuild.EventCursor;
import com.nexnum.query.rebuild.RebuildState;
import com.nexnum.query.rebuild.Rebuilds;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many events per second are sealed, and verified: the chain alone, and the chain with the
 * ledger beside it. The yardstick reads the same rows by a plain cursor and makes nothing of them.
 */
public final class LedgerVerifyBenchmark implements Benchmark {

    private static final int EVENTS = Integer.getInteger("ledger-verify.events", 1_000_000);
    private static final int TAKES = 3;
    private static final CustomerId SOMEBODY = new CustomerId("cus_01jq" + "0".repeat(22));

    @Override
    public String name() {
        return "ledger-verify";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.empty();
        try (var process = queryProcess(database)) {
            try (var connection = database.dataSource().getConnection();
                    var history = new GeneratedHistory(connection, 0)) {
                new Shop(history, process.getBean(PersonalData.class)).sell(EVENTS);
            }
            var sql = process.getBean(JdbcClient.class);
            sql.sql("vacuum analyze domain_event_entry").update();
            long events = count(sql, "domain_event_entry");
            seal(process, report, events);
            rebuildLedger(process.getBean(Rebuilds.class));
            report.say(events + " events, " + count(sql, "ledger_entry") + " entries");
            var cpu = new CpuTime(process.getBean(DataSource.class));
            var plain = new double[TAKES];
            var chain = new double[TAKES];
            var whole = new double[TAKES];
            for (int take = 0; take < TAKES; take++) {
                long start = System.nanoTime();
                readAll(process.getBean(DataSource.class));
                plain[take] = events / seconds(start);
                var own = cpu.own();
                var postgres = cpu.postgres();
                chain[take] = events / verified(process, events, false);
                report.say(
                        "CPU of an event, chain only: %.2f us in this process, %.2f us in PostgreSQL"
                                .formatted(
                                        cpu.own().minus(own).toNanos() / 1e3 / events,
                                        cpu.postgres().minus(postgres).toNanos() / 1e3 / events));
                whole[take] = events / verified(process, events, true);
            }
            report.add(
                    figure("ledger-verify", chain, plain, events, "every event against the chain"));
            report.add(
                    figure(
                            "ledger-verify-with-ledger",
                            whole,
                            plain,
                            events,
                            "the same, and every entry and posting against its event"));
        }
    }

    private static Figure figure(
            String name, double[] takes, double[] plain, long events, String what) {
        double rate = Report.median(takes);
        return Figure.of(name, rate, "events/s")
                .floor("300000")
                .ratio(rate / Report.median(plain))
                .remark(
                        "%s; %,d events; 300,000/s: %s; a plain cursor over all columns %,.0f/s; takes %s"
                                .formatted(
                                        what,
                                        events,
                                        rate >= 300_000 ? "held" : "MISSED",
                                        Report.median(plain),
                                        Arrays.stream(takes)
                                                .mapToObj("%,.0f"::formatted)
                                                .toList()));
    }

    private static void seal(ConfigurableApplicationContext process, Report report, long events) {
        var cpu = new CpuTime(process.getBean(DataSource.class));
        var own = cpu.own();
        var postgres = cpu.postgres();
        long start = System.nanoTime();
        int blocks = process.getBean(Sealer.class).seal();
        double rate = events / seconds(start);
        report.add(
                Figure.of("seal", rate, "events/s")
                        .remark(
                                "%d blocks at once; CPU of an event: %.2f us in this process, %.2f us in PostgreSQL"
                                        .formatted(
                                                blocks,
                                                cpu.own().minus(own).toNanos() / 1e3 / events,
                                                cpu.postgres().minus(postgres).toNanos()
                                                        / 1e3
                                                        / events)));
    }

    /** How many seconds it took. */
    private static double verified(
            ConfigurableApplicationContext process, long head, boolean ledger)
            throws InterruptedException {
        var verification =
                new Verification(
                        process.getBean(DataSource.class),
                        process.getBean(JdbcClient.class),
                        process.getBean(Blocks.class),
                        process.getBean(SealingKeys.class),
                        process.getBean(EventCursor.class),
                        List.copyOf(process.getBeansOfType(ReadModel.class).values()),
                        () -> head);
        var jobs = process.getBean(Jobs.class);
        var request = new VerificationRequest(null, ledger);
        long start = System.nanoTime();
        var job =
                jobs.start(
                        "VERIFICATION",
                        "ver_",
                        SOMEBODY,
                        request,
                        (_, control) -> verification.run(request, control));
        while (true) {
            var now = jobs.find("VERIFICATION", job.id());
            if (now.status() == JobStatus.DONE && now.result() != null) {
                double took = seconds(start);
                if (!now.result().get("intact").asBoolean()) {
                    throw new IllegalStateException(now.result().toString());
                }
                return took;
            } else if (now.status() != JobStatus.RUNNING) {
                throw new IllegalStateException(now.toString());
            }
            Thread.sleep(10);
        }
    }

    private static void readAll(DataSource database) throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement(
                            "select * from domain_event_entry order by global_index")) {
                statement.setFetchSize(2_000);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        for (int column = 1; column <= 10; column++) {
                            row.getString(column);
                        }
                    }
                }
            }
            connection.rollback();
        }
    }

    private static void rebuildLedger(Rebuilds rebuilds) throws InterruptedException {
        rebuilds.start("ledger", "benchmark");
        while (rebuilds.find("ledger").orElseThrow().state() != RebuildState.DONE) {
            if (rebuilds.find("ledger").orElseThrow().state() == RebuildState.FAILED) {
                throw new IllegalStateException(rebuilds.find("ledger").orElseThrow().failure());
            }
            Thread.sleep(50);
        }
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static ConfigurableApplicationContext queryProcess(TestDatabase database) {
        var process =
                new SpringApplicationBuilder(QuerySide.class)
                        .run(
                                "--server.port=0",
                                "--nexnum.roles=query",
                                "--nexnum.database.url=" + database.url(),
                                "--nexnum.database.username=postgres",
                                "--nexnum.privacy.master-keyset=" + TestKeyset.base64(),
                                "--nexnum.proof.sealing=false",
                                "--nexnum.proof.seal-partial-after=0s",
                                "--logging.level.root=WARN");
        process.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        process.getBean(EventTail.class).close();
        return process;
    }
}

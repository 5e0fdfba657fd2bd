package com.nexnum.benchmark.rebuild;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.eventstore.EventTail;
import com.nexnum.platform.privacy.TestKeyset;
import com.nexnum.query.QuerySide;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.rebuild.RebuildState;
import com.nexnum.query.rebuild.Rebuilds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many events per second a rebuild of each read model takes, from the request to the tables
 * being live: reading, folding, writing, indexing, comparing and switching. Its yardstick reads,
 * parses and folds the same events by a plain cursor, turn by turn with it.
 */
public final class RebuildBenchmark implements Benchmark {

    private static final int EVENTS = Integer.getInteger("rebuild.events", 1_000_000);
    private static final int PRICE_LISTS = EVENTS / 4;
    private static final int TAKES = 3;
    private static final List<String> BOOKS = List.of("balance", "ledger");

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.empty();
        try (var process = queryProcess(database)) {
            var models = new TreeMap<String, ReadModel>();
            process.getBeansOfType(ReadModel.class)
                    .values()
                    .forEach(model -> models.put(model.name(), model));
            try (var connection = database.dataSource().getConnection();
                    var history = new GeneratedHistory(connection, 0)) {
                new Shop(history, process.getBean(PersonalData.class)).sell(EVENTS);
            }
            report.say(size(process) + "; the live models are empty and their processors stand");
            for (var model : models.values()) {
                if (!model.name().equals("pricing")) {
                    measure(process, model, report, "a history of purchases");
                }
            }
            measureBooks(process, models, report);
            try (var connection = database.dataSource().getConnection();
                    var history = new GeneratedHistory(connection, 2L * EVENTS)) {
                var shop = new Shop(history, process.getBean(PersonalData.class));
                for (int list = 1; list <= PRICE_LISTS; list++) {
                    shop.priceList(1_000_000 + list);
                }
            }
            var pricing = models.get("pricing");
            if (pricing != null) {
                measure(
                        process,
                        pricing,
                        report,
                        "the same history and then price lists of five offers each");
            }
        }
    }

    private static void measure(
            ConfigurableApplicationContext process, ReadModel model, Report report, String what)
            throws Exception {
        var plain = new double[TAKES];
        var bulk = new double[TAKES];
        long events = 0;
        for (int take = 0; take < TAKES; take++) {
            var yardstick =
                    new PlainCursor(
                            process.getBean(DataSource.class),
                            model,
                            process.getBean(PersonalData.class));
            long start = System.nanoTime();
            events = yardstick.fold();
            plain[take] = events / seconds(start);
            start = System.nanoTime();
            rebuild(process.getBean(Rebuilds.class), model.name());
            bulk[take] = events / seconds(start);
        }
        double figure = Report.median(bulk);
        double ratio = figure / Report.median(plain);
        report.add(
                Figure.of("rebuild-" + model.name(), figure, "events/s")
                        .floor("150000")
                        .ratio(ratio)
                        .remark(
                                "%,d events of its own, %s; 150,000/s: %s; ratio 0.25 of the cursor's %,.0f/s: %s; takes %s"
                                        .formatted(
                                                events,
                                                what,
                                                figure >= 150_000 ? "held" : "MISSED",
                                                Report.median(plain),
                                                ratio >= 0.25 ? "held" : "MISSED",
                                                takes(bulk))));
    }

    /** Both read models of money, one after the other, out of a store of so many events. */
    private static void measureBooks(
            ConfigurableApplicationContext process, Map<String, ReadModel> models, Report report)
            throws Exception {
        var plain = new double[TAKES];
        var bulk = new double[TAKES];
        for (int take = 0; take < TAKES; take++) {
            long start = System.nanoTime();
            for (var name : BOOKS) {
                new PlainCursor(
                                process.getBean(DataSource.class),
                                Objects.requireNonNull(models.get(name)),
                                process.getBean(PersonalData.class))
                        .fold();
            }
            plain[take] = EVENTS / seconds(start);
            start = System.nanoTime();
            for (var name : BOOKS) {
                rebuild(process.getBean(Rebuilds.class), name);
            }
            bulk[take] = EVENTS / seconds(start);
        }
        report.add(
                Figure.of("rebuild-books", Report.median(bulk), "events/s")
                        .floor("150000")
                        .ratio(Report.median(bulk) / Report.median(plain))
                        .remark(
                                "balance and then ledger out of a store of %,d events, compared with full live tables; takes %s"
                                        .formatted(EVENTS, takes(bulk))));
    }

    static void rebuild(Rebuilds rebuilds, String name) throws InterruptedException {
        rebuilds.start(name, "benchmark");
        while (true) {
            var view = rebuilds.find(name).orElseThrow();
            if (view.state() == RebuildState.DONE) {
                return;
            } else if (view.state() == RebuildState.FAILED) {
                throw new IllegalStateException(view.failure());
            }
            Thread.sleep(5);
        }
    }

    private static String takes(double[] rates) {
        return Arrays.stream(rates).mapToObj("%,.0f"::formatted).toList().toString();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String size(ConfigurableApplicationContext process) {
        return process.getBean(JdbcClient.class)
                .sql(
                        """
                        select count(*) || ' events, ' || pg_size_pretty(pg_table_size('domain_event_entry'))
                          from domain_event_entry
                        """)
                .query((row, _) -> row.getString(1))
                .single();
    }

    static ConfigurableApplicationContext queryProcess(TestDatabase database) {
        var process =
                new SpringApplicationBuilder(QuerySide.class)
                        .run(
                                List.of(
                                                "--server.port=0",
                                                "--nexnum.roles=query",
                                                // Nobody follows kept tables between two takes.
                                                "--nexnum.projections.look-every=1h",
                                                "--nexnum.database.url=" + database.url(),
                                                "--nexnum.database.username=postgres",
                                                "--nexnum.privacy.master-keyset="
                                                        + TestKeyset.base64(),
                                                "--logging.level.root=WARN")
                                        .toArray(String[]::new));
        process.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        process.getBean(EventTail.class).close();
        return process;
    }
}

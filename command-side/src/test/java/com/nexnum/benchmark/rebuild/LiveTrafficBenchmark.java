package com.nexnum.benchmark.rebuild;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.query.rebuild.Rebuilds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * By which factor the slow requests become slower while the ledger is rebuilt from a history of
 * purchases, with the clients, the process and the database on one machine.
 */
public final class LiveTrafficBenchmark implements Benchmark {

    private static final int EVENTS = Integer.getInteger("rebuild.live.events", 1_000_000);
    private static final int PER_SECOND = 200;
    private static final int WARM_UP_SECONDS = 10;
    private static final int QUIET_SECONDS = 30;

    @Override
    public String name() {
        return "rebuild-live";
    }

    @Override
    public void run(Report report) throws Exception {
        var database = TestDatabase.empty();
        try (var process = RebuildBenchmark.queryProcess(database);
                var clients = Executors.newScheduledThreadPool(8);
                var http = HttpClient.newHttpClient()) {
            try (var connection = database.dataSource().getConnection();
                    var history = new GeneratedHistory(connection, 0)) {
                new Shop(history, process.getBean(PersonalData.class)).sell(EVENTS);
            }
            var rebuilds = process.getBean(Rebuilds.class);
            RebuildBenchmark.rebuild(rebuilds, "pricing");
            var took = new ConcurrentLinkedQueue<Double>();
            ask(clients, http, offers(process), took);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            took.clear();
            TimeUnit.SECONDS.sleep(QUIET_SECONDS);
            var before = percentile(took);
            long start = System.nanoTime();
            RebuildBenchmark.rebuild(rebuilds, "ledger");
            var seconds = (System.nanoTime() - start) / 1e9;
            var count = took.size();
            var during = percentile(took);
            report.add(
                    Figure.of("rebuild-live-p99-factor", during / before, "times")
                            .floor("<=1.5")
                            .remark(
                                    "p99 of %,d requests for offers, %d a second: %.1f ms without and %.1f ms with the rebuild of the ledger, which took %.1f s for %,d events"
                                            .formatted(
                                                    count,
                                                    PER_SECOND,
                                                    before,
                                                    during,
                                                    seconds,
                                                    rebuilds.find("ledger")
                                                            .orElseThrow()
                                                            .events())));
        }
    }

    private static void ask(
            ScheduledExecutorService clients,
            HttpClient http,
            URI address,
            ConcurrentLinkedQueue<Double> took) {
        var request = HttpRequest.newBuilder(address).build();
        var _ =
                clients.scheduleAtFixedRate(
                        () -> {
                            var begin = System.nanoTime();
                            var _ =
                                    http.sendAsync(request, BodyHandlers.discarding())
                                            .thenRun(() ->
                                                    took.add((System.nanoTime() - begin) / 1e6));
                        },
                        0,
                        1_000_000 / PER_SECOND,
                        TimeUnit.MICROSECONDS);
    }

    private static URI offers(ConfigurableApplicationContext process) throws IOException {
        var port = ((WebServerApplicationContext) process).getWebServer().getPort();
        return URI.create(
                "http://127.0.0.1:" + port + "/api/v1/offers?service=whatsapp&country=US");
    }

    /** Of what was taken since the last time. */
    private static double percentile(ConcurrentLinkedQueue<Double> took) {
        var values = new ArrayList<Double>();
        for (var one = took.poll(); one != null; one = took.poll()) {
            values.add(one);
        }
        return Report.percentile(0.99, values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

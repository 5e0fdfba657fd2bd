package com.nexnum.benchmark.startup;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** From the start of a process until it takes requests, and the memory that it needs then. */
public final class StartUpBenchmark implements Benchmark {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ORDERS = 20_000;
    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final int BUYERS = 8;
    private static final String PASSWORD = "a password of the benchmark";
    private static final String WISH = "{\"service\":\"whatsapp\",\"country\":\"US\"}";

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public void run(Report report) throws Exception {
        var folder = Files.createTempDirectory("nexnum-start-up");
        try {
            int orders;
            try (var platform = RunningPlatform.on(folder)) {
                report.add(Figure.of("start-up-empty-folder", platform.secondsToReady, "s"));
                TimeUnit.SECONDS.sleep(15);
                report.say("at rest, on an empty folder: " + platform.memory());
                orders = load(platform, report);
            }
            restart(folder, orders, report);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void restart(Path folder, int orders, Report report) throws Exception {
        var takes = new double[3];
        for (int i = 0; i < takes.length; i++) {
            try (var platform = RunningPlatform.on(folder)) {
                takes[i] = platform.secondsToReady;
                if (i == takes.length - 1) {
                    TimeUnit.SECONDS.sleep(15);
                    report.say("at rest, after a restart: " + platform.memory());
                }
            }
        }
        report.add(
                Figure.of("start-up", Report.median(takes), "s")
                        .remark("until ready, on a folder with " + orders + " past orders"));
    }

    private static int load(RunningPlatform platform, Report report) throws Exception {
        var bought = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + AT_MOST.toNanos();
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var loops = new ArrayList<Future<Integer>>();
            for (int i = 0; i < BUYERS; i++) {
                var token = signedIn(platform, i);
                loops.add(
                        buyers.submit(() -> {
                            while (bought.get() < ORDERS && System.nanoTime() < end) {
                                var answer = platform.post("/api/v1/numbers/purchase", token, WISH);
                                if (answer.statusCode() == 201) {
                                    bought.incrementAndGet();
                                } else {
                                    TimeUnit.MILLISECONDS.sleep(100);
                                }
                            }
                            return bought.get();
                        }));
            }
            for (var loop : loops) {
                loop.get();
            }
        }
        if (bought.get() == 0) {
            throw new IOException("Nothing could be bought");
        }
        report.say(
                "under load, after %d orders in %d s: %s"
                        .formatted(
                                bought.get(),
                                (System.nanoTime() - begun) / 1_000_000_000,
                                platform.memory()));
        return bought.get();
    }

    private static String signedIn(RunningPlatform platform, int number) throws Exception {
        var who =
                "{\"email\":\"buyer-%d@example.com\",\"password\":\"%s\"}"
                        .formatted(number, PASSWORD);
        platform.post("/api/v1/auth/register", "", who);
        var session = platform.post("/api/v1/auth/login", "", who).body();
        var token = JSON.readTree(session).at("/accessToken").asString();
        var deposit = "{\"amount\":\"5000.00\",\"currency\":\"USD\",\"gateway\":\"sandbox\"}";
        platform.post("/api/v1/wallet/deposits", token, deposit);
        while (!platform.get("/api/v1/wallet", token).body().contains("5000.00")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return token;
    }
}

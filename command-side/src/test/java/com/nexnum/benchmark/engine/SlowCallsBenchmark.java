package com.nexnum.benchmark.engine;

import com.nexnum.benchmark.Benchmark;
import com.nexnum.benchmark.Figure;
import com.nexnum.benchmark.Report;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamSettings.Pace;
import com.nexnum.platform.outbound.Destinations;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two thousand calls wait for a slow provider at once: nobody queues, and memory stays small. */
public final class SlowCallsBenchmark implements Benchmark {

    private static final int CALLS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(CALLS);
    private final CountDownLatch answer = new CountDownLatch(1);

    @Override
    public String name() {
        return "slow-calls";
    }

    /** The provider's threads and sockets are in the same heap: the figure is for both sides. */
    @Override
    public void run(Report report) throws Exception {
        var server = slowServer();
        var answered = new AtomicInteger();
        var pace = new Pace(PATIENCE, PATIENCE, 10_000, CALLS);
        long before = usedHeap();
        long began = System.nanoTime();
        try (var client = new UpstreamClient(pace, Destinations.withLoopback());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            for (int n = 0; n < CALLS; n++) {
                threads.execute(() -> {
                    if (client.call("GET", address, Map.of()) instanceof Answer) {
                        answered.incrementAndGet();
                    }
                });
            }
            boolean everybody = all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var together = Duration.ofNanos(System.nanoTime() - began);
            long during = usedHeap();
            int carriers = ManagementFactory.getThreadMXBean().getThreadCount();
            report.add(
                    Figure.of("slow-calls-memory", (during - before) / 1_048_576.0, "MB")
                            .floor("at most 300")
                            .remark(
                                    "heap in use while %d calls wait, after a collection; the provider's side is in it"
                                            .formatted(inside.get())));
            report.add(
                    Figure.of("slow-calls-at-once", inside.get(), "calls")
                            .floor(String.valueOf(CALLS))
                            .remark(
                                    "all there: %s after %d ms; %d platform threads"
                                            .formatted(everybody, together.toMillis(), carriers)));
            answer.countDown();
        } finally {
            answer.countDown();
            server.stop(0);
        }
        report.say(answered.get() + " of " + CALLS + " calls were answered");
        if (answered.get() != CALLS) {
            throw new IllegalStateException("Only " + answered.get() + " calls were answered");
        }
    }

    private HttpServer slowServer() throws IOException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(here, CALLS);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    inside.incrementAndGet();
                    all.countDown();
                    try {
                        answer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

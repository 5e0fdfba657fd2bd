package com.nexnum.benchmark.startup;

import com.nexnum.command.CommandSide;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole platform as a process of its own, with its own database on a data folder. */
final class RunningPlatform implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final Process process;
    final double secondsToReady;

    private RunningPlatform(Path folder, int port, Process process, long begun)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        this.process = process;
        awaitReady(begun + STARTS_WITHIN.toNanos());
        this.secondsToReady = (System.nanoTime() - begun) / 1e9;
    }

    static RunningPlatform on(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> !it.startsWith("-Xm"))
                .forEach(command::add);
        command.add("-Xmx1g");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(CommandSide.class.getName());
        command.add("--server.port=" + port);
        command.add("--nexnum.supply.sandbox.port=0");
        command.add("--nexnum.data-folder=" + folder);
        long begun = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(folder.resolve("log").toFile()))
                        .start();
        try {
            return new RunningPlatform(folder, port, process, begun);
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, String token, String json)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** What of the memory is resident: of the platform, and of its database. */
    String memory() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        long database = 0;
        var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        for (var one : Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList()) {
            database += megabytes(one.pid(), "smaps_rollup", "Pss:");
        }
        return "%d MB, its database %d MB"
                .formatted(megabytes(process.pid(), "status", "VmRSS:"), database);
    }

    private static long megabytes(long pid, String file, String field) throws IOException {
        var path = Path.of("/proc", String.valueOf(pid), file);
        if (!Files.exists(path)) {
            return 0;
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(it -> it.startsWith(field))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) >> 10)
                    .sum();
        }
    }

    private void awaitReady(long end) throws IOException, InterruptedException {
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("It does not start; see " + folder.resolve("log"));
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            var ready = HttpRequest.newBuilder(at("/api/health/ready")).timeout(STARTS_WITHIN);
            return send(ready).statusCode() == 200;
        } catch (ConnectException _) {
            return false;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As an operator stops it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}

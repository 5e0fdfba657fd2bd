package com.nexnum.story;

import com.nexnum.trial.process.OsProcess;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The reverse proxy that docs/operations.md asks for: one address, turn by turn to each process of
 * the side that serves the request, and no more to one that says it is not ready.
 */
final class Front implements AutoCloseable {

    private static final List<String> ASKED_OF_COMMAND =
            List.of("/api/v1/auth/", "/api/v1/wallet/deposits/", "/api/v1/admin/");
    private static final List<String> ANSWERED_BY_QUERY =
            List.of(
                    "/api/v1/admin/projections",
                    "/api/v1/audit/verifications",
                    "/api/v1/audit/replays",
                    "/api/v1/audit/signing-keys");
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "http2-settings", "upgrade");

    private final List<Way> command = new CopyOnWriteArrayList<>();
    private final List<Way> query = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService checks = Executors.newScheduledThreadPool(8);
    private final HttpServer server;

    private static final class Way {
        final String address;
        volatile boolean open = true;

        Way(OsProcess to) {
            address = "http://127.0.0.1:" + to.port();
        }
    }

    Front() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    Api api() {
        return new Api(server.getAddress().getPort());
    }

    void command(OsProcess process) {
        command.add(checked(new Way(process.awaitReady())));
    }

    void query(OsProcess process) {
        query.add(checked(new Way(process.awaitReady())));
    }

    private Way checked(Way way) {
        var _ =
                checks.scheduleWithFixedDelay(
                        () -> way.open = isReady(way), 200, 200, TimeUnit.MILLISECONDS);
        return way;
    }

    private boolean isReady(Way way) {
        var ready = HttpRequest.newBuilder(URI.create(way.address + "/api/health/ready"));
        try {
            return http.send(ready.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var ways = ways(exchange);
            int first = Math.floorMod(turn.getAndIncrement(), ways.size());
            for (int tried = 0; tried < ways.size(); tried++) {
                var way = ways.get((first + tried) % ways.size());
                if (passed(exchange, body, way)) {
                    return;
                }
            }
            exchange.sendResponseHeaders(502, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Way> ways(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        boolean asks = exchange.getRequestMethod().equals("GET");
        boolean answers = ANSWERED_BY_QUERY.stream().anyMatch(path::startsWith);
        var side = answers || (asks && !isAskedOfCommand(path)) ? query : command;
        var open = side.stream().filter(way -> way.open).toList();
        return open.isEmpty() ? List.copyOf(side) : open;
    }

    private static boolean isAskedOfCommand(String path) {
        return ASKED_OF_COMMAND.stream().anyMatch(path::startsWith)
                && !path.startsWith("/api/v1/admin/orders/");
    }

    /** Only who refuses the connection has certainly done nothing. */
    private boolean passed(HttpExchange exchange, byte[] body, Way way)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(way.address + exchange.getRequestURI()))
                        .timeout(Duration.ofSeconds(60))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().entrySet().stream()
                .filter(it -> !NOT_PASSED_ON.contains(it.getKey().toLowerCase(Locale.ROOT)))
                .forEach(it -> it.getValue().forEach(value -> request.header(it.getKey(), value)));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.getResponseHeaders().set("Served-By", way.address);
            var said = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            return true;
        } catch (ConnectException _) {
            return false;
        } catch (IOException e) {
            var why = (way.address + " " + e).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(502, why.length);
            exchange.getResponseBody().write(why);
            return true;
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(0);
        http.shutdownNow();
    }
}

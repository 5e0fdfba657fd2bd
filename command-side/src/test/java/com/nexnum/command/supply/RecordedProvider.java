package com.nexnum.command.supply;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Plays recorded answers: some belong to a path, the others come in turn. */
final class RecordedProvider implements AutoCloseable {

    private final Map<String, JsonNode> byPath;
    private final Queue<JsonNode> inTurn;
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /**
     * @param byPath what is always answered to a path that ends so
     */
    RecordedProvider(Map<String, JsonNode> byPath, List<JsonNode> inTurn) {
        this.byPath = byPath;
        this.inTurn = new ArrayDeque<>(inTurn);
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(here, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Each call in one line: method, path and query, body. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var uri = exchange.getRequestURI();
            asked.add((exchange.getRequestMethod() + " " + uri + " " + body).strip());
            var path = uri.getPath();
            var always =
                    byPath.keySet().stream().filter(path::endsWith).findFirst().map(byPath::get);
            play(always.orElseGet(inTurn::poll), exchange);
        }
    }

    private void play(JsonNode recorded, HttpExchange exchange) throws IOException {
        var body = recorded.path("body");
        var text = body.isString() ? body.stringValue() : body.toString();
        var bytes = text.replace("{here}", address().toString()).getBytes(StandardCharsets.UTF_8);
        for (var header : recorded.path("headers").properties()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue().stringValue());
        }
        exchange.sendResponseHeaders(
                recorded.path("status").asInt(200), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

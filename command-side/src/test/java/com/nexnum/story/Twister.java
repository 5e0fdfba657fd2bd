package com.nexnum.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a provider and twists its answers to purchases; everything else passes. A purchase
 * is told by the country in its path.
 */
final class Twister implements AutoCloseable {

    /** Calls that a redirect was followed to. */
    static final String ELSEWHERE = "/elsewhere";

    private static final String BUY = "/v1/user/buy/activation/";

    /** What becomes of a purchase in one country. */
    record Twist(boolean sells, Manners manners) {}

    /** What is answered in the place of the provider. */
    @FunctionalInterface
    interface Manners {
        void answer(HttpExchange exchange) throws IOException;
    }

    final AtomicInteger followed = new AtomicInteger();
    private final Map<String, Twist> twists = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> sales = new ConcurrentLinkedQueue<>();
    private final URI provider;
    private final HttpServer server;
    private volatile boolean babbles;

    Twister(URI provider) throws IOException {
        this.provider = provider;
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.create(here, 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * @param country as the provider calls it
     */
    void twist(String country, Twist twist) {
        twists.put(country, twist);
    }

    /** From now on no answer means anything. */
    void babbles(boolean does) {
        babbles = does;
    }

    int askedToSell(String country) {
        return asked.getOrDefault(country, new AtomicInteger()).get();
    }

    /** The answer to the first purchase that passed. */
    String firstSale() {
        return sales.element();
    }

    static void says(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals(ELSEWHERE)) {
                followed.incrementAndGet();
                says(exchange, 200, firstSale());
            } else if (path.startsWith(BUY)) {
                buy(exchange, path.substring(BUY.length()).split("/", 2)[0]);
            } else if (babbles) {
                says(exchange, 200, "<html>We are somebody else now</html>");
            } else {
                pass(exchange);
            }
        }
    }

    private void buy(HttpExchange exchange, String country) throws IOException {
        asked.computeIfAbsent(country, _ -> new AtomicInteger()).incrementAndGet();
        var twist = twists.get(country);
        if (twist == null) {
            sales.add(pass(exchange));
            return;
        }
        if (twist.sells()) {
            passed(exchange);
        }
        twist.manners().answer(exchange);
    }

    private String pass(HttpExchange exchange) throws IOException {
        var answer = passed(exchange);
        says(exchange, answer.status(), answer.body());
        return answer.body();
    }

    private Api.Answer passed(HttpExchange exchange) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(provider + exchange.getRequestURI().toString()));
        var key = exchange.getRequestHeaders().getFirst("Authorization");
        if (key != null) {
            request.header("Authorization", key);
        }
        try {
            var answer = Api.HTTP.send(request.build(), BodyHandlers.ofString());
            return new Api.Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

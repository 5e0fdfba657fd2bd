package com.nexnum.benchmark.polling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Providers in a process of their own that have no SMS yet, take 20 ms to say so, and note when
 * each call came. Several listen below one port, each under a path of its own.
 */
final class CountingUpstream {

    private static final long TAKES_NANOS = 20_000_000;
    private static final ConcurrentLinkedQueue<String> CALLS = new ConcurrentLinkedQueue<>();

    /** Prints its port, and ends when its standard input does. */
    public static void main(String[] arguments) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var server = HttpServer.create(new InetSocketAddress(loopback, 0), 1_024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", CountingUpstream::answer);
        server.createContext("/calls", exchange -> reply(exchange, String.join("\n", CALLS)));
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        long at = System.nanoTime();
        var query = exchange.getRequestURI().getRawQuery();
        var provider = exchange.getRequestURI().getPath().split("/", -1)[1];
        if (query.contains("action=getStatus&")) {
            CALLS.add(provider + " " + query.replaceAll(".*[?&]id=(\\d+).*", "$1") + " " + at);
            LockSupport.parkNanos(TAKES_NANOS);
            reply(exchange, "STATUS_WAIT_CODE");
        } else {
            CALLS.add(provider + " 0 " + at);
            reply(exchange, "ERROR_SQL");
        }
    }

    private static void reply(HttpExchange exchange, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private CountingUpstream() {}
}

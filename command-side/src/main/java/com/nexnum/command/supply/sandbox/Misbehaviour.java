package com.nexnum.command.supply.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does to a connection what a fault says. */
final class Misbehaviour {

    private static final int OVERSIZE_BYTES = 6 * 1024 * 1024;
    private static final byte[] PAGE =
            "<html><body><h1>Welcome to nginx!</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch stopped;

    Misbehaviour(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    /**
     * @param truth what would have been answered
     */
    void show(Fault.How how, HttpExchange exchange, String truth)
            throws IOException, InterruptedException {
        switch (how) {
            case HANG -> stopped.await();
            case CLOSE -> {}
            case SERVER_ERROR ->
                    send(exchange, 502, "Bad Gateway".getBytes(StandardCharsets.UTF_8));
            case GARBAGE -> send(exchange, 200, PAGE);
            case CUT_OFF -> {
                var whole = truth.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
            }
            case DRIP -> drip(exchange);
            case OVERSIZE -> {
                exchange.sendResponseHeaders(200, OVERSIZE_BYTES);
                exchange.getResponseBody().write(new byte[OVERSIZE_BYTES]);
            }
        }
    }

    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        while (!stopped.await(50, TimeUnit.MILLISECONDS)) {
            body.write('A');
            body.flush();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}

package com.nexnum.command.supply;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Gives the prepared answers in turn, then the last one for ever; remembers what was asked. */
public final class CannedProvider implements AutoCloseable {

    public record Answer(int status, String body) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    public CannedProvider(Answer... prepared) {
        answers.addAll(List.of(prepared));
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(here, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    var answer = answers.size() > 1 ? answers.poll() : answers.peek();
                    var body = answer.body().getBytes(StandardCharsets.UTF_8);
                    if (answer.status() / 100 == 3) {
                        exchange.getResponseHeaders()
                                .set("Location", "http://127.0.0.1:1/elsewhere");
                    }
                    exchange.sendResponseHeaders(
                            answer.status(), body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    public static CannedProvider saying(String body) {
        return new CannedProvider(new Answer(200, body));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

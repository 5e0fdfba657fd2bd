package com.nexnum.query.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's end of a stream; reads whatever comes, in the background. */
final class OpenConnection implements AutoCloseable {

    private static final String END = "(end)";

    private final HttpResponse<InputStream> response;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    OpenConnection(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next line that is not empty. */
    String line() throws InterruptedException {
        var line = "";
        while (line != null && line.isEmpty()) {
            line = lines.poll(10, TimeUnit.SECONDS);
        }
        if (line == null) {
            throw new AssertionError("Nothing came within 10 seconds");
        }
        return line;
    }

    /** The lines up to the next empty one. */
    String event() throws InterruptedException {
        var event = new StringBuilder(line());
        for (var line = lines.take(); !line.isEmpty(); line = lines.take()) {
            event.append('\n').append(line);
        }
        return event.toString();
    }

    boolean ended() throws InterruptedException {
        return line().equals(END);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(broken)");
            return;
        }
        lines.add(END);
    }
}

package com.nexnum.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Talks to one server on the loopback address; keeps no cookies unless it is told to send them. */
public final class Browser {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final int port;

    public Browser(int port) {
        this.port = port;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String json, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, json, all.toArray(String[]::new));
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(
                path,
                request -> {
                    request.method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
                    return headers.length == 0 ? request : request.headers(headers);
                });
    }

    public Answer send(String path, UnaryOperator<HttpRequest.Builder> with) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(30));
        try {
            var response = CLIENT.send(with.apply(request).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes that no HTTP client would, and reads until the server hangs up. */
    public Answer raw(String bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parsed(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parsed(String all) {
        var end = all.indexOf("\r\n\r\n");
        var head = all.substring(0, end).split("\r\n", -1);
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 1; i < head.length; i++) {
            var line = head[i].split(": ?", 2);
            headers.computeIfAbsent(line[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line[1]);
        }
        var body = all.substring(end + 4);
        if (headers.containsKey("transfer-encoding")) {
            body = body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
        }
        return new Answer(
                Integer.parseInt(head[0].split(" ", 3)[1]),
                HttpHeaders.of(headers, (_, _) -> true),
                body);
    }
}

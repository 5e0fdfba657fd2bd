package com.nexnum.platform.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same REST API that everybody else uses. */
final class WebApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /**
     * @param base such as {@code https://api.example.org}
     */
    WebApi(String base, String token) {
        this.base = base.replaceAll("/+$", "") + "/api/v1";
        this.token = token;
    }

    /** Part of a path or a query. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return json(send(request(path).timeout(PATIENCE).build(), BodyHandlers.ofString()));
    }

    JsonNode post(String path, @Nullable String body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return json(
                send(
                        request(path)
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/json")
                                .POST(publisher)
                                .build(),
                        BodyHandlers.ofString()));
    }

    void delete(String path) {
        json(send(request(path).timeout(PATIENCE).DELETE().build(), BodyHandlers.ofString()));
    }

    /** Reads server-sent events until one says that it was enough, or the stream ends. */
    void events(String path, Predicate<ServerSentEvent> enough) {
        var answer =
                send(
                        request(path).header("Accept", "text/event-stream").build(),
                        BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            refuse(answer.statusCode(), answer.statusCode() < 300 ? "" : text(body));
            ServerSentEvent.read(body, enough);
        } catch (IOException e) {
            throw new Refused("The connection broke: " + e.getMessage(), null);
        }
    }

    /** The bytes of an answer as they come; to be closed. */
    InputStream stream(String path) {
        var answer = send(request(path).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() >= 300) {
            try (var body = answer.body()) {
                refuse(answer.statusCode(), text(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new Refused(base + " cannot be reached: " + e, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted", null);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        refuse(answer.statusCode(), answer.body());
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static void refuse(int status, String body) {
        if (status < 300) {
            return;
        }
        try {
            var error = JSON.readTree(body).at("/error");
            throw new Refused(
                    "%d %s: %s"
                            .formatted(
                                    status,
                                    error.at("/code").asString("?"),
                                    error.at("/message").asString("?")),
                    body);
        } catch (JacksonException _) {
            throw new Refused("The server answered " + status, null);
        }
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
}

package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A buyer's stream of server-sent events, read while it is open. */
final class OpenStream implements AutoCloseable {

    private final List<News> news = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private String id = "";
    private String type = "";

    /** One event, as it came. */
    record News(String id, String type, JsonNode data) {
        boolean says(String pointer, String value) {
            return data.at(pointer).asString("").equals(value);
        }
    }

    private OpenStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread.ofVirtual().start(this::listen);
    }

    static OpenStream of(Buyer buyer, @Nullable String lastEventId) throws Exception {
        var request = buyer.request("/api/v1/stream").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = Api.HTTP.send(request.build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return new OpenStream(response);
    }

    List<News> news() {
        return List.copyOf(news);
    }

    List<News> of(String kind) {
        return news.stream().filter(one -> one.type().equals(kind)).toList();
    }

    private void listen() {
        try (var lines = response.body()) {
            lines.forEach(this::take);
        } catch (UncheckedIOException e) {
            // The stream was closed, here or there.
            return;
        }
    }

    private void take(String line) {
        if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            type = line.substring(7);
        } else if (line.startsWith("data: ")) {
            var data = JsonMapper.shared().readTree(line.substring(6));
            news.add(new News(id, type, data));
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}

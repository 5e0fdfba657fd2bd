package com.nexnum.command.demo;

import com.nexnum.platform.ids.TimeOrderedIds;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of this process over HTTP, as any client would. */
final class DemoClient {

    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String server;
    private final TimeOrderedIds ids;
    private RestClient http;

    DemoClient(String server, TimeOrderedIds ids) {
        this.server = server;
        this.ids = ids;
        this.http = RestClient.create(server + "/api/v1");
    }

    DemoClient as(String email, String password) {
        var other = new DemoClient(server, ids);
        other.signIn(email, password);
        return other;
    }

    void signIn(String email, String password) {
        var token =
                post("/auth/login", Map.of("email", email, "password", password))
                        .path("accessToken")
                        .asString();
        http =
                RestClient.builder()
                        .baseUrl(server + "/api/v1")
                        .defaultHeader("Authorization", "Bearer " + token)
                        .build();
    }

    JsonNode get(String path) {
        return JSON.readTree(http.get().uri(path).retrieve().body(byte[].class));
    }

    /** Each call is a new wish, so each has a new key. */
    JsonNode post(String path, Map<String, Object> body) {
        return JSON.readTree(
                http.post()
                        .uri(path)
                        .header("Idempotency-Key", ids.next("demo_"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(JSON.writeValueAsBytes(body))
                        .retrieve()
                        .body(byte[].class));
    }

    /** Whether the number could be given back before its SMS came. */
    boolean cancelled(String number, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                post("/numbers/" + number + "/cancel", Map.of());
                return true;
            } catch (RestClientResponseException refused) {
                if (!refused.getResponseBodyAsString().contains("CANCEL_TOO_EARLY")) {
                    return false;
                }
                pause();
            }
        }
        return false;
    }

    JsonNode await(String path, Predicate<JsonNode> holds, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var answer = get(path);
            if (holds.test(answer)) {
                return answer;
            }
            pause();
        }
        throw new IllegalStateException(path + " did not come about in " + patience);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}

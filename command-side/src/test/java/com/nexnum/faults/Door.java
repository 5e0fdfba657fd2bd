package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web API of a process that may die at any moment and come back on another port. Whoever gets
 * no answer asks again, the same, as a careful client does.
 */
final class Door {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private final Set<String> bugs = ConcurrentHashMap.newKeySet();
    private volatile int port;

    record Answer(int status, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** Of a refusal: {@code INSUFFICIENT_FUNDS}. */
        String code() {
            return text("/error/code");
        }

        /** Neither too busy nor unable: what is said will be said again. */
        boolean isFinal() {
            return switch (status) {
                case 429, 500, 503, 504 -> false;
                case 409 -> !code().equals("IDEMPOTENCY_KEY_IN_PROGRESS");
                default -> true;
            };
        }
    }

    void at(int newPort) {
        port = newPort;
    }

    int port() {
        return port;
    }

    /** What was answered with 500 since this was last asked, which no fault excuses. */
    Set<String> takeBugs() {
        var taken = Set.copyOf(bugs);
        bugs.removeAll(taken);
        return taken;
    }

    Answer untilAnswered(String path, UnaryOperator<HttpRequest.Builder> request) {
        return await(path)
                .atMost(Duration.ofMinutes(4))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(150))
                .until(() -> once(path, request), answer -> answer != null && answer.isFinal());
    }

    /** Null when there was no answer. */
    @Nullable Answer once(String path, UnaryOperator<HttpRequest.Builder> request)
            throws InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + path);
        var builder = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
        try {
            var response = HTTP.send(request.apply(builder).build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.body());
            if (answer.status() == 500) {
                bugs.add(path + " " + answer.body());
            }
            return answer;
        } catch (IOException _) {
            return null;
        }
    }
}

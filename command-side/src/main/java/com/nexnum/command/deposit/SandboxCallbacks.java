package com.nexnum.command.deposit;

import com.nexnum.platform.webhook.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the sandbox's callbacks over real HTTP, each until it is accepted or too often refused. */
final class SandboxCallbacks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxCallbacks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Supplier<URI> target;
    private final WebhookSignature signature;
    private final SandboxSettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-gateway").factory());

    SandboxCallbacks(
            Supplier<URI> target,
            WebhookSignature signature,
            SandboxSettings settings,
            Clock clock) {
        this.target = target;
        this.signature = signature;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param id the same for every attempt
     */
    void send(String id, byte[] body) {
        schedule(id, body, 1, settings.delay());
    }

    private void schedule(String id, byte[] body, int attempt, Duration pause) {
        try {
            var _ =
                    timer.schedule(
                            () -> attempt(id, body, attempt),
                            pause.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("Stopping: callback {} is sent again after the next start", id);
        }
    }

    private void attempt(String id, byte[] body, int attempt) {
        var now = clock.instant();
        var request =
                HttpRequest.newBuilder(target.get())
                        .timeout(TIMEOUT)
                        .header("content-type", "application/json")
                        .header(WebhookSignature.ID_HEADER, id)
                        .header(
                                WebhookSignature.TIMESTAMP_HEADER,
                                Long.toString(now.getEpochSecond()))
                        .header(WebhookSignature.SIGNATURE_HEADER, signature.sign(id, now, body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        var _ =
                http.sendAsync(request, BodyHandlers.discarding())
                        .handle((response, failure) -> {
                            if (failure != null || response.statusCode() / 100 != 2) {
                                again(id, body, attempt);
                            }
                            return attempt;
                        });
    }

    private void again(String id, byte[] body, int attempt) {
        if (attempt >= settings.attempts()) {
            LOG.warn("Callback {} was refused {} times and is given up until restart", id, attempt);
            return;
        }
        var pause = Duration.ofMillis(250L << Math.min(attempt, 10));
        schedule(id, body, attempt + 1, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }
}

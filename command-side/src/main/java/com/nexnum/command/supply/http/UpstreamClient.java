package com.nexnum.command.supply.http;

import com.nexnum.command.supply.Line;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls one provider. Every request goes out at most once, follows no redirect, ends within the
 * call timeout and reads at most 4 MiB. What goes wrong is an answer, and none of the answers holds
 * the address of the call, because keys travel in it.
 */
public final class UpstreamClient implements Line {

    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private final HttpClient client;
    private final Turnstile turnstile;
    private final boolean sharing;
    private final Duration callTimeout;

    /** A client with the limit for itself. */
    public UpstreamClient(UpstreamSettings.Pace pace) {
        this(pace, Turnstile.alone(pace), false);
    }

    /** A client that keeps the limit together with others; it calls nobody until it has a share. */
    public static UpstreamClient sharing(UpstreamSettings.Pace pace) {
        return new UpstreamClient(pace, Turnstile.shared(pace), true);
    }

    private UpstreamClient(UpstreamSettings.Pace pace, Turnstile turnstile, boolean sharing) {
        this.turnstile = turnstile;
        this.sharing = sharing;
        this.callTimeout = pace.callTimeout();
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(pace.connectTimeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /**
     * @param method GET or POST; the parameters stand in the address
     */
    public UpstreamReply call(String method, URI address, Map<String, String> headers) {
        return call(new UpstreamCall(method, address, headers, new byte[0], callTimeout));
    }

    public UpstreamReply call(UpstreamCall call) {
        var reply = inTurn(call);
        CallTrace.ends(reply);
        return reply;
    }

    private UpstreamReply inTurn(UpstreamCall call) {
        long end = System.nanoTime() + call.timeout().toNanos();
        // A call that got its turn at the last moment could only time out.
        var patience = call.timeout().dividedBy(2);
        Long began;
        try {
            began = ReservedTurn.of(turnstile);
            if (began == null) {
                began = turnstile.enter(true, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotSent(Cause.NO_TURN, "interrupted while waiting for a turn");
        }
        if (began == null) {
            return new NotSent(Cause.NO_TURN, "no turn within " + patience);
        }
        CallTrace.begins();
        try {
            var once = new SendOnce(call.body());
            var request = HttpRequest.newBuilder(call.address()).method(call.method(), once);
            call.headers().forEach(request::header);
            return answer(once, request.build(), Math.max(1, end - System.nanoTime()));
        } finally {
            turnstile.leave(began);
        }
    }

    @Override
    public int callsPerSecond() {
        return turnstile.tickets();
    }

    @Override
    public int share() {
        return turnstile.share();
    }

    @Override
    public long hurriedCalls() {
        return turnstile.hurried();
    }

    @Override
    public Optional<Turn> turnWhenFree(Duration patience) throws InterruptedException {
        return Optional.ofNullable(turnstile.enter(false, patience))
                .map(began -> new ReservedTurn(turnstile, began));
    }

    @Override
    public Optional<SharedLimit> sharedLimit() {
        return sharing ? Optional.of(turnstile) : Optional.empty();
    }

    private UpstreamReply answer(SendOnce once, HttpRequest request, long nanos) {
        var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY_BYTES);
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, body);
        try {
            var complete = response.get(nanos, TimeUnit.NANOSECONDS);
            return new Answer(
                    complete.statusCode(), text(complete.body()), complete.headers().map());
        } catch (TimeoutException e) {
            return abandoned(once, response, "no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandoned(once, response, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return abandoned(once, response, "the exchange broke off");
        }
    }

    private static UpstreamReply abandoned(SendOnce once, CompletableFuture<?> call, String why) {
        boolean neverSent = once.seal();
        call.cancel(true);
        return neverSent ? new NotSent(Cause.UNREACHABLE, "no connection") : new Lost(why);
    }

    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

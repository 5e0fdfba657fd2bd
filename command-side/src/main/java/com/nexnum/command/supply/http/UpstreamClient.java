package com.nexnum.command.supply.http;

import com.nexnum.command.supply.Line;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.Lost;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import com.nexnum.platform.outbound.Destinations;
import com.nexnum.platform.outbound.GuardedClient;
import com.nexnum.platform.outbound.OutboundCall;
import com.nexnum.platform.outbound.OutboundLimits;
import com.nexnum.platform.outbound.OutboundReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Calls one provider through the guarded client, when its limits leave room. Every request goes out
 * at most once, ends within the call timeout and reads at most 4 MiB. What goes wrong is an answer,
 * and none of the answers holds the address of the call, because keys travel in it.
 */
public final class UpstreamClient implements Line, UpstreamCaller {

    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private final GuardedClient client;
    private final Turnstile turnstile;
    private final boolean sharing;
    private final Duration callTimeout;

    /** A client with the limit for itself. */
    public UpstreamClient(UpstreamSettings.Pace pace, Destinations destinations) {
        this(pace, destinations, Turnstile.alone(pace), false);
    }

    /** A client that keeps the limit together with others; it calls nobody until it has a share. */
    public static UpstreamClient sharing(UpstreamSettings.Pace pace, Destinations destinations) {
        return new UpstreamClient(pace, destinations, Turnstile.shared(pace), true);
    }

    private UpstreamClient(
            UpstreamSettings.Pace pace,
            Destinations destinations,
            Turnstile turnstile,
            boolean sharing) {
        this.turnstile = turnstile;
        this.sharing = sharing;
        this.callTimeout = pace.callTimeout();
        var limits =
                new OutboundLimits(
                        pace.maxConcurrentCalls(), pace.connectTimeout(), MAX_BODY_BYTES);
        this.client = new GuardedClient(destinations, limits);
    }

    /**
     * Keeps another pace from now on, without a moment in which both count. Connections are opened
     * as patiently as before.
     */
    public void pace(UpstreamSettings.Pace pace) {
        client.connections(pace.maxConcurrentCalls());
        turnstile.pace(pace);
    }

    /**
     * @param method GET or POST; the parameters stand in the address
     */
    public UpstreamReply call(String method, URI address, Map<String, String> headers) {
        return call(new UpstreamCall(method, address, headers, new byte[0], callTimeout));
    }

    @Override
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
            var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            return reply(
                    client.send(
                            new OutboundCall(
                                    call.method(),
                                    call.address(),
                                    call.headers(),
                                    call.body(),
                                    left)));
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
    public boolean isBusy() {
        return turnstile.isBusy();
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

    private static UpstreamReply reply(OutboundReply reply) {
        return switch (reply) {
            case OutboundReply.Answer it -> new Answer(it.status(), text(it.body()), it.headers());
            case OutboundReply.NotSent it -> new NotSent(Cause.UNREACHABLE, it.why());
            case OutboundReply.Lost it -> new Lost(it.why());
        };
    }

    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() {
        client.close();
    }
}

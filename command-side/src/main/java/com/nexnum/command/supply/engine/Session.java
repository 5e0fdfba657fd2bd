package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.engine.request.Requests;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The token of a provider that wants a login first; fetched once for all who wait for it. */
final class Session {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Whoever waited for a login that failed does not begin another one at once. */
    private static final Duration FAILURE_HOLDS = Duration.ofSeconds(1);

    private final ProviderDocument document;
    private final Requests requests;
    private final UpstreamCaller client;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Held held;
    private Instant nextTry = Instant.MIN;
    private String why = "";
    private boolean refused;

    Session(ProviderDocument document, Requests requests, UpstreamCaller client, Clock clock) {
        this.document = document;
        this.requests = requests;
        this.client = client;
        this.clock = clock;
    }

    boolean isNeeded() {
        return document.auth() instanceof Auth.Login;
    }

    /** Null when the provider gives none. */
    @Nullable String token() {
        lock.lock();
        try {
            var now = held;
            var at = clock.instant();
            boolean ends = now == null || !at.isBefore(now.until().minus(MARGIN));
            if (ends && at.isBefore(nextTry)) {
                return null;
            }
            if (ends) {
                now = document.auth() instanceof Auth.Login login ? fetched(login) : null;
                held = now;
                nextTry = now == null ? clock.instant().plus(FAILURE_HOLDS) : Instant.MIN;
            }
            return now == null ? null : now.token();
        } finally {
            lock.unlock();
        }
    }

    /** Drops this token, unless another took its place already. */
    void refused(String token) {
        lock.lock();
        try {
            if (held != null && held.token().equals(token)) {
                held = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Why the last login failed; never with what was sent or answered. */
    String why() {
        lock.lock();
        try {
            return why;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the last login was refused, and did not only fail. */
    boolean isRefused() {
        lock.lock();
        try {
            return refused;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Held fetched(Auth.Login login) {
        var call = requests.call(login.request(), Map.of(), null, document.pace().timeout());
        var reply = client.call(call);
        refused = false;
        if (!(reply instanceof Answer answer)) {
            why = "no answer";
            return null;
        }
        var endpoint =
                new Endpoint(
                        login.request(),
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        null,
                        Map.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of());
        var reading = Reading.of(document, endpoint, answer);
        var token = Values.text(login.token().in(reading.scope()));
        if (token == null || !token.matches("[!-~]{1,8192}")) {
            why = "HTTP " + answer.status() + " without a token";
            refused = reading.meaning().map(it -> it.meaning().disablesProvider()).orElse(false);
            return null;
        }
        var end = login.expiresAt();
        var zone = document.terms().zone();
        var until = end == null ? null : Values.time(end.in(reading.scope()), zone);
        return new Held(token, until == null ? Instant.MAX : until);
    }

    private record Held(String token, Instant until) {

        @Override
        public String toString() {
            return "Held[until=" + until + "]";
        }
    }
}

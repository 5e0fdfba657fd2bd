package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.SendingTime;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.request.Requests;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.CallTrace;
import com.nexnum.command.supply.http.UpstreamCall;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import java.time.Clock;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks one provider, as its document says. */
final class Exchange {

    private static final int UNAUTHORIZED = 401;

    private final ProviderDocument document;
    private final Secrets secrets;
    private final UpstreamCaller client;
    private final Requests requests;
    private final Session session;

    /** Of those that have a pace of their own; by what they are, not by what they say. */
    private final IdentityHashMap<Endpoint, Gate> gates = new IdentityHashMap<>();

    Exchange(ProviderDocument document, Secrets secrets, UpstreamCaller client, Clock clock) {
        this.document = document;
        this.secrets = secrets;
        this.client = client;
        this.requests = new Requests(document.baseUrl(), document.auth(), secrets);
        this.session = new Session(document, requests, client, clock);
        document.endpoints().values().forEach(this::gate);
    }

    private void gate(Endpoint endpoint) {
        var pace = endpoint.pace();
        if (pace != null) {
            gates.put(endpoint, new Gate(pace, timeout(endpoint).dividedBy(2)));
        }
        if (endpoint.follow() != null) {
            gate(endpoint.follow());
        }
    }

    private Duration timeout(Endpoint endpoint) {
        return Objects.requireNonNullElse(endpoint.timeout(), document.pace().timeout());
    }

    /** A question that does no harm twice. */
    UpstreamReply ask(Endpoint endpoint, Map<String, String> variables) {
        var reply = renewed(endpoint, variables);
        for (int i = 0; i < endpoint.retries() && isMissing(reply); i++) {
            reply = renewed(endpoint, variables);
        }
        return reply;
    }

    /** Turned away with an old token, it goes again with a new one. */
    private UpstreamReply renewed(Endpoint endpoint, Map<String, String> variables) {
        var first = sent(endpoint, variables);
        if (first.refusedToken() == null) {
            return first.reply();
        }
        session.refused(first.refusedToken());
        return sent(endpoint, variables).reply();
    }

    /**
     * A purchase. Even one that was turned away is not sent again; the next one has a new token.
     */
    UpstreamReply askOnce(Endpoint endpoint, Map<String, String> variables) {
        var only = sent(endpoint, variables, this::inTime);
        if (only.refusedToken() != null) {
            session.refused(only.refusedToken());
        }
        return only.reply();
    }

    /**
     * @param refusedToken with which the call was turned away: another one may help
     */
    private record Sent(UpstreamReply reply, @Nullable String refusedToken) {}

    private UpstreamReply inTime(UpstreamCall call) {
        return SendingTime.isOver()
                ? new NotSent(Cause.NO_TURN, "the time to send it was over")
                : client.call(call);
    }

    private Sent sent(Endpoint endpoint, Map<String, String> variables) {
        return sent(endpoint, variables, client);
    }

    private Sent sent(Endpoint endpoint, Map<String, String> variables, UpstreamCaller way) {
        String token = null;
        if (session.isNeeded()) {
            token = session.token();
            if (token == null) {
                var cause = session.isRefused() ? Cause.TURNED_AWAY : Cause.UNREACHABLE;
                return new Sent(new NotSent(cause, "the login failed: " + session.why()), null);
            }
        }
        try {
            var call = requests.call(endpoint.request(), variables, token, timeout(endpoint));
            var gate = gates.get(endpoint);
            var reply = gate == null ? way.call(call) : gate.pass(() -> way.call(call));
            return new Sent(reply, isUnauthorized(reply) ? token : null);
        } catch (IllegalArgumentException e) {
            var why = Objects.requireNonNullElse(e.getMessage(), "a bad address");
            return new Sent(new NotSent(Cause.UNREACHABLE, secrets.quoted(why)), null);
        }
    }

    /** The answer opened; null when there was none. */
    @Nullable Reading read(Endpoint endpoint, UpstreamReply reply) {
        if (!(reply instanceof Answer answer)) {
            return null;
        }
        var reading = Reading.of(document, endpoint, answer);
        CallTrace.reads(() -> reading.meaning().map(found -> found.meaning().outcome()));
        return reading;
    }

    /** Why a reply is of no use, in words that may be logged. */
    String why(UpstreamReply reply) {
        return switch (reply) {
            case NotSent notSent -> notSent.why();
            case UpstreamReply.Lost lost -> lost.why();
            case Answer answer -> "HTTP " + answer.status() + ": " + secrets.quoted(answer.body());
        };
    }

    private static boolean isMissing(UpstreamReply reply) {
        return switch (reply) {
            case UpstreamReply.Lost _ -> true;
            case NotSent notSent -> notSent.cause() == Cause.UNREACHABLE;
            case Answer answer -> answer.status() >= 500;
        };
    }

    private static boolean isUnauthorized(UpstreamReply reply) {
        return reply instanceof Answer answer && answer.status() == UNAUTHORIZED;
    }
}

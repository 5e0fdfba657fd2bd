package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.request.Requests;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.CallTrace;
import com.nexnum.command.supply.http.UpstreamCaller;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamReply.Cause;
import com.nexnum.command.supply.http.UpstreamReply.NotSent;
import java.time.Clock;
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

    Exchange(ProviderDocument document, Secrets secrets, UpstreamCaller client, Clock clock) {
        this.document = document;
        this.secrets = secrets;
        this.client = client;
        this.requests = new Requests(document.baseUrl(), document.auth(), secrets);
        this.session = new Session(document, requests, client, clock);
    }

    UpstreamReply ask(Endpoint endpoint, Map<String, String> variables) {
        var timeout = Objects.requireNonNullElse(endpoint.timeout(), document.pace().timeout());
        for (boolean first = true; ; first = false) {
            String token = null;
            if (session.isNeeded()) {
                token = session.token();
                if (token == null) {
                    var cause = session.isRefused() ? Cause.TURNED_AWAY : Cause.UNREACHABLE;
                    return new NotSent(cause, "the login failed: " + session.why());
                }
            }
            try {
                var call = requests.call(endpoint.request(), variables, token, timeout);
                var reply = client.call(call);
                // Turned away at the door: nothing was done, so that even a purchase may go again.
                if (first && token != null && isUnauthorized(reply)) {
                    session.refused(token);
                    continue;
                }
                return reply;
            } catch (IllegalArgumentException e) {
                var why = Objects.requireNonNullElse(e.getMessage(), "a bad address");
                return new NotSent(Cause.UNREACHABLE, secrets.quoted(why));
            }
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

    private static boolean isUnauthorized(UpstreamReply reply) {
        return reply instanceof Answer answer && answer.status() == UNAUTHORIZED;
    }
}

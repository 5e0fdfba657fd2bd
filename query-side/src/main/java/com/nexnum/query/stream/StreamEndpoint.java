package com.nexnum.query.stream;

import com.nexnum.platform.security.LiveSessions;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.query.platform.BadRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Server-sent events for the caller: {@code sms}, {@code status} and {@code balance}. The request's
 * own thread writes them, which is a virtual one, so a stream costs no thread of the machine.
 */
@RestController
class StreamEndpoint {

    private final NewsSource source;
    private final OpenStreams streams;
    private final Clock clock;
    private final Predicate<String> sessions;

    @Autowired
    StreamEndpoint(NewsSource source, OpenStreams streams, Clock clock, LiveSessions sessions) {
        this(source, streams, clock, sessions::stands);
    }

    StreamEndpoint(
            NewsSource source, OpenStreams streams, Clock clock, Predicate<String> sessions) {
        this.source = source;
        this.streams = streams;
        this.clock = clock;
        this.sessions = sessions;
    }

    /**
     * Ends with the caller's token or session; the client comes back with the id of the last event
     * that it saw.
     */
    @GetMapping("/api/v1/stream")
    void stream(
            SignedIn signedIn,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        var customer = signedIn.caller().customerId();
        var after =
                lastEventId == null || lastEventId.isEmpty()
                        ? source.feed().head(customer)
                        : position(lastEventId);
        try (var _ = streams.take(customer)) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var out = new EventStream(response.getOutputStream());
            new CustomerStream(source, customer, after, out).runWhile(() -> stands(signedIn));
        } catch (IOException _) {
            // The client hung up, which is how streams end; nobody is left to be told.
            return;
        }
    }

    private boolean stands(SignedIn signedIn) {
        return streams.isRunning()
                && clock.instant().isBefore(signedIn.expiresAt())
                && sessions.test(signedIn.sessionId());
    }

    private static long position(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw BadRequest.of("Last-Event-ID", "Last-Event-ID is an id that this stream sent");
        }
        return Long.parseLong(lastEventId);
    }
}

package com.nexnum.query.stream;

import com.nexnum.platform.security.Caller;
import com.nexnum.query.platform.BadRequest;
import com.nexnum.query.platform.Changes;
import com.nexnum.query.stream.CustomerStream.NewsSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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

    StreamEndpoint(
            Feed feed, Changes changes, StreamSettings settings, OpenStreams streams, Clock clock) {
        this.source = new NewsSource(feed, changes, settings);
        this.streams = streams;
        this.clock = clock;
    }

    /** Ends with the caller's token; the client comes back with the id of the last event it saw. */
    @GetMapping("/api/v1/stream")
    void stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException {
        var customer = caller.customerId();
        var until = SignedInUntil.ofCaller();
        var after =
                lastEventId == null || lastEventId.isEmpty()
                        ? source.feed().head(customer)
                        : position(lastEventId);
        try (var _ = streams.take(customer)) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var out = new EventStream(response.getOutputStream());
            new CustomerStream(source, customer, after, out)
                    .runWhile(() -> streams.isRunning() && clock.instant().isBefore(until));
        }
    }

    private static long position(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw BadRequest.of("Last-Event-ID", "Last-Event-ID is an id that this stream sent");
        }
        return Long.parseLong(lastEventId);
    }
}

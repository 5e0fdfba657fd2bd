package com.nexnum.query.stream;

import com.nexnum.query.platform.ServerSentEvents;
import java.io.IOException;
import java.io.OutputStream;

/** What a customer is told, as server-sent events. */
final class EventStream {

    private final ServerSentEvents out;

    EventStream(OutputStream out) {
        this.out = new ServerSentEvents(out);
    }

    void open(long retryMillis) throws IOException {
        out.open(retryMillis);
    }

    void event(FeedEvent event) throws IOException {
        out.event(Long.toString(event.position()), event.type(), event.data());
    }

    /** The client resumes from the last id it saw, and this event is older than that one. */
    void eventWithoutId(FeedEvent event) throws IOException {
        out.event(event.type(), event.data());
    }

    void heartbeat() throws IOException {
        out.heartbeat();
    }
}

package com.nexnum.query.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Writes server-sent events as the WHATWG HTML standard, section 9.2, spells them. */
final class EventStream {

    private final OutputStream out;

    EventStream(OutputStream out) {
        this.out = out;
    }

    void open(long retryMillis) throws IOException {
        send("retry: " + retryMillis + "\n\n");
    }

    void event(FeedEvent event) throws IOException {
        send("id: " + event.position() + "\n" + body(event));
    }

    /** The client resumes from the last id it saw, and this event is older than that one. */
    void eventWithoutId(FeedEvent event) throws IOException {
        send(body(event));
    }

    void heartbeat() throws IOException {
        send(": still here\n\n");
    }

    private static String body(FeedEvent event) {
        return "event: " + event.type() + "\ndata: " + event.data() + "\n\n";
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}

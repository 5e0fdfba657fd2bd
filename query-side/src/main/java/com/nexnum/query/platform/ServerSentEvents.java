package com.nexnum.query.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Writes server-sent events as the WHATWG HTML standard, section 9.2, spells them. */
public final class ServerSentEvents {

    private final OutputStream out;

    public ServerSentEvents(OutputStream out) {
        this.out = out;
    }

    /** Says after how long a client should come back whose connection broke. */
    public void open(long retryMillis) throws IOException {
        send("retry: " + retryMillis + "\n\n");
    }

    /**
     * @param data one line
     */
    public void event(String type, String data) throws IOException {
        send("event: " + type + "\ndata: " + data + "\n\n");
    }

    /**
     * @param id from which the client goes on when it comes back
     * @param data one line
     */
    public void event(String id, String type, String data) throws IOException {
        send("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n");
    }

    /** A comment, so that nobody on the way hangs up. */
    public void heartbeat() throws IOException {
        send(": still here\n\n");
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}

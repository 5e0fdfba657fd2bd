package com.nexnum.platform.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * One event of a stream.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, 9.2</a>
 */
record ServerSentEvent(String type, String data) {

    /** Reads until an event was enough, or the stream ends. */
    static void read(InputStream body, Predicate<ServerSentEvent> enough) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var type = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6));
            } else if (line.isEmpty() && !data.isEmpty()) {
                if (enough.test(new ServerSentEvent(type, data.toString()))) {
                    return;
                }
                type = "message";
                data.setLength(0);
            }
        }
    }
}

package com.nexnum.query.projections;

import com.nexnum.platform.security.LiveSessions;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.query.platform.ServerSentEvents;
import com.nexnum.query.rebuild.Models;
import com.nexnum.query.rebuild.RebuildView;
import com.nexnum.query.rebuild.Rebuilds;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/**
 * The progress of a rebuild as server-sent events: {@code progress} whenever it changed, and {@code
 * end} when it came to an end, was paused, or never began; then the stream ends too. Ended before
 * the web server waits for its last requests.
 */
@RestController
class RebuildEventsEndpoint implements SmartLifecycle {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long RETRY_MILLIS = 3000;

    private final Models models;
    private final Rebuilds rebuilds;
    private final ObjectMapper json;
    private final Clock clock;
    private final Predicate<String> sessions;
    private volatile boolean running;

    @Autowired
    RebuildEventsEndpoint(
            Models models,
            Rebuilds rebuilds,
            ObjectMapper json,
            Clock clock,
            LiveSessions sessions) {
        this(models, rebuilds, json, clock, sessions::stands);
    }

    RebuildEventsEndpoint(
            Models models,
            Rebuilds rebuilds,
            ObjectMapper json,
            Clock clock,
            Predicate<String> sessions) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.json = json;
        this.clock = clock;
        this.sessions = sessions;
    }

    @GetMapping("/api/v1/admin/projections/{name}/rebuild/events")
    void events(@PathVariable String name, SignedIn signedIn, HttpServletResponse response)
            throws InterruptedException {
        models.get(name);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            var out = new ServerSentEvents(response.getOutputStream());
            out.open(RETRY_MILLIS);
            tell(name, signedIn, out);
        } catch (IOException _) {
            // The client hung up; nobody is left to be told.
            return;
        }
    }

    private void tell(String name, SignedIn signedIn, ServerSentEvents out)
            throws IOException, InterruptedException {
        @Nullable String told = null;
        var heard = System.nanoTime();
        while (stands(signedIn)) {
            var view = rebuilds.find(name).orElse(null);
            var data = json.writeValueAsString(view);
            if (isOver(view)) {
                out.event("end", data);
                return;
            } else if (!data.equals(told)) {
                out.event("progress", data);
                told = data;
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > HEARTBEAT.toNanos()) {
                out.heartbeat();
                heard = System.nanoTime();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static boolean isOver(@Nullable RebuildView view) {
        return view == null || view.isOver();
    }

    private boolean stands(SignedIn signedIn) {
        return running
                && clock.instant().isBefore(signedIn.expiresAt())
                && sessions.test(signedIn.sessionId());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After other processes were pointed out to clients, before the web server stops. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}

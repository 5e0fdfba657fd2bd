package com.nexnum.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the one error envelope, from wherever a request may fail. */
@Component
public final class ProblemWriter {

    /** A detail of this name, in seconds, also becomes the header {@code Retry-After}. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private final JsonMapper json;
    private final Clock clock;

    ProblemWriter(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Replaces what the response holds; does nothing when that has left already. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var requestId = RequestId.of(request);
        var body = body(problem, requestId);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader(RequestId.HEADER, requestId);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        if (problem.details().get(RETRY_AFTER) instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The envelope's bytes, for those who have no servlet response. */
    public byte[] body(Problem problem, String requestId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return json.writeValueAsBytes(ErrorEnvelope.of(problem, now, requestId));
    }
}

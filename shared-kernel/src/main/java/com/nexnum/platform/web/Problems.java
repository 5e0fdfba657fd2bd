package com.nexnum.platform.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns any failure into the problem that a client may see. */
@Component
public final class Problems {

    private static final int LONGEST_CHAIN = 12;

    private final List<ProblemTranslator> translators;

    Problems(ObjectProvider<ProblemTranslator> translators) {
        this.translators = translators.orderedStream().toList();
    }

    /** The problem of the first cause that anybody knows, else 500 INTERNAL without a word more. */
    public Problem of(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < LONGEST_CHAIN; depth++) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            for (var translator : translators) {
                var problem = translator.translate(cause);
                if (problem != null) {
                    return problem;
                }
            }
            cause = cause.getCause();
        }
        return ofStatus(500);
    }

    /** The problem of a bare status, as containers report it. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "The request is not valid HTTP here.");
            case 401 -> Problem.of(401, "UNAUTHENTICATED", "Sign in to do this.");
            case 403 -> Problem.of(403, "FORBIDDEN", "You may not do this.");
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
            case 405 ->
                    Problem.of(405, "METHOD_NOT_ALLOWED", "This address does not take the method.");
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "This is served as application/json.");
            case 408 -> Problem.of(408, "REQUEST_TIMEOUT", "The request took too long to arrive.");
            case 413 -> Problem.of(413, "PAYLOAD_TOO_LARGE", "The body is too large.");
            case 414 -> Problem.of(414, "URI_TOO_LONG", "The address is too long.");
            case 415 ->
                    Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
            case 429 -> Problem.of(429, "TOO_MANY_REQUESTS", "Slow down and try again later.");
            case 431 -> Problem.of(431, "HEADERS_TOO_LARGE", "The headers are too large.");
            case 501 -> Problem.of(501, "NOT_IMPLEMENTED", "This method is not known here.");
            case 503 ->
                    Problem.of(503, "UNAVAILABLE", "Not available now; try again soon.")
                            .with(ProblemWriter.RETRY_AFTER, 1);
            case 505 -> Problem.of(505, "HTTP_VERSION_NOT_SUPPORTED", "Speak HTTP/1.1.");
            default ->
                    status >= 400 && status < 500
                            ? Problem.of(status, "BAD_REQUEST", "The request was refused.")
                            : Problem.of(500, "INTERNAL", "Something went wrong on our side.");
        };
    }
}

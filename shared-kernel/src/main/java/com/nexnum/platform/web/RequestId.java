package com.nexnum.platform.web;

import com.nexnum.kernel.language.Shape;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The name of one request: in its answer, in every log line about it, and in its error. */
public final class RequestId {

    /** The header that carries it in and out. */
    public static final String HEADER = "X-Request-Id";

    /** Its key in the logging context. */
    public static final String LOG_KEY = "requestId";

    /** Of what no request asked for. */
    public static final String NONE = "none";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Shape SANE = new Shape("request id", "[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The request that this thread works for, or {@link #NONE}. */
    public static String current() {
        var current = MDC.get(LOG_KEY);
        return current == null ? NONE : current;
    }

    /** The request's id: the client's when it is a sane token, else one of our own. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var id = acceptedOrNew(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String acceptedOrNew(@Nullable String proposed) {
        if (proposed != null && SANE.fits(proposed)) {
            return proposed;
        }
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return "req_" + HexFormat.of().formatHex(bytes);
    }

    private RequestId() {}
}

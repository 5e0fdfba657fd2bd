package com.nexnum.platform.audit;

import com.nexnum.platform.security.CallerAuthentication;
import com.nexnum.platform.web.RequestId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who asked for a change, and from where.
 *
 * @param actor the person's id, or {@code platform}
 * @param address the network address that the request came from, or {@code none}
 * @param requestId of the request, or {@code none}
 */
public record Origin(String actor, String address, String requestId) {

    /** The name of this in a command's metadata: what a lane does, nobody's thread knows. */
    public static final String KEY = "origin";

    /** Nobody asked: time did, or another process. */
    public static final Origin PLATFORM = new Origin("platform", "none", "none");

    /** That of the request which this thread serves; the platform's when it serves none. */
    public static Origin current() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication known
                ? new Origin(
                        known.getPrincipal().customerId().value(),
                        addressOfRequest(),
                        RequestId.current())
                : PLATFORM;
    }

    private static String addressOfRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : "none";
    }
}

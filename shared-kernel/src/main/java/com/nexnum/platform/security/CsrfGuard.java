package com.nexnum.platform.security;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Refuses what another site makes a browser send with our cookies. */
@Component
final class CsrfGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> COOKIES =
            Set.of(SessionCookies.ACCESS, SessionCookies.REFRESH);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final CsrfTokens tokens;

    CsrfGuard(CsrfTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * By {@code Sec-Fetch-Site}, else by {@code Origin}; a client that sends neither is no browser.
     *
     * @throws ProblemException 403 CSRF_REJECTED
     */
    void requireOwnSite(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || !carriesOurCookies(request)) {
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var own = site != null ? OWN_SITE.contains(site) : origin == null || own(origin, request);
        if (!own) {
            throw rejected("This was sent by another site.");
        }
    }

    /**
     * @throws ProblemException 403 CSRF_REJECTED unless cookie and header carry the session's token
     */
    void requireToken(HttpServletRequest request, String sessionId) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        var cookie = WebUtils.getCookie(request, SessionCookies.CSRF);
        var header = request.getHeader(SessionCookies.CSRF_HEADER);
        if (cookie == null
                || header == null
                || !CsrfTokens.same(cookie.getValue(), header)
                || !tokens.belongs(header, sessionId)) {
            throw rejected("Repeat the cookie nxn_csrf in the header X-CSRF-Token.");
        }
    }

    private static boolean carriesOurCookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> COOKIES.contains(cookie.getName()));
    }

    private static boolean own(String origin, HttpServletRequest request) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ProblemException rejected(String message) {
        return Problem.of(403, "CSRF_REJECTED", message).raised();
    }
}

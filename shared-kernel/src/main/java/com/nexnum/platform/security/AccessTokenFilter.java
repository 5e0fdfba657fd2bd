package com.nexnum.platform.security;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Signs the caller in by {@code Authorization: Bearer}, else by the cookie. A header that is wrong
 * is refused everywhere; a stale cookie, which a browser sends unasked, only leaves the caller
 * anonymous, with the reason kept for where a caller is needed.
 */
final class AccessTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";
    private static final String REASON = AccessTokenFilter.class.getName() + ".reason";

    private final AccessTokenReader reader;
    private final CsrfGuard csrf;
    private final RequestMatcher withoutCookie;

    AccessTokenFilter(AccessTokenReader reader, CsrfGuard csrf, RequestMatcher withoutCookie) {
        this.reader = reader;
        this.csrf = csrf;
        this.withoutCookie = withoutCookie;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            signIn(reader.read(bearer(authorization)));
        } else {
            csrf.requireOwnSite(request);
            var cookie = WebUtils.getCookie(request, SessionCookies.ACCESS);
            if (cookie != null && !withoutCookie.matches(request)) {
                byCookie(request, cookie.getValue());
            }
        }
        chain.doFilter(request, response);
    }

    private void byCookie(HttpServletRequest request, String token) {
        SignedIn signedIn;
        try {
            signedIn = reader.read(token);
        } catch (ProblemException e) {
            request.setAttribute(REASON, e.problem());
            return;
        }
        csrf.requireToken(request, signedIn.sessionId());
        signIn(signedIn);
    }

    /** Why the cookie of this request did not sign anybody in. */
    static @Nullable Problem reason(HttpServletRequest request) {
        return request.getAttribute(REASON) instanceof Problem problem ? problem : null;
    }

    private static void signIn(SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(signedIn));
        SecurityContextHolder.setContext(context);
    }

    private static String bearer(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw Problem.of(401, "INVALID_TOKEN", "Authorization takes a Bearer token.").raised();
        }
        return authorization.substring(BEARER.length()).strip();
    }
}

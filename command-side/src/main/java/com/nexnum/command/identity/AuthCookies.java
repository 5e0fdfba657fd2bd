package com.nexnum.command.identity;

import com.nexnum.command.identity.session.Refreshed.Renewed;
import com.nexnum.platform.security.AccessTokenRules;
import com.nexnum.platform.security.CsrfTokens;
import com.nexnum.platform.security.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The three cookies of a browser session: SameSite=Strict, and Secure when the request is. */
@Component
final class AuthCookies {

    private static final String EVERYWHERE = "/";
    private static final String SIGN_IN = "/api/v1/auth";
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(14);

    private final CsrfTokens csrf;

    AuthCookies(CsrfTokens csrf) {
        this.csrf = csrf;
    }

    void set(
            String accessToken,
            Renewed session,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secure = request.isSecure();
        var life = AccessTokenRules.LIFETIME;
        add(response, cookie(SessionCookies.ACCESS, accessToken, EVERYWHERE, true, secure, life));
        add(
                response,
                cookie(
                        SessionCookies.REFRESH,
                        session.refreshToken(),
                        SIGN_IN,
                        true,
                        secure,
                        REFRESH_LIFETIME));
        add(
                response,
                cookie(
                        SessionCookies.CSRF,
                        csrf.issue(session.sessionId()),
                        EVERYWHERE,
                        false,
                        secure,
                        REFRESH_LIFETIME));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        var secure = request.isSecure();
        var gone = Duration.ZERO;
        add(response, cookie(SessionCookies.ACCESS, "", EVERYWHERE, true, secure, gone));
        add(response, cookie(SessionCookies.REFRESH, "", SIGN_IN, true, secure, gone));
        add(response, cookie(SessionCookies.CSRF, "", EVERYWHERE, false, secure, gone));
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static ResponseCookie cookie(
            String name,
            String value,
            String path,
            boolean httpOnly,
            boolean secure,
            Duration lifetime) {
        return ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(httpOnly)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(lifetime)
                .build();
    }
}

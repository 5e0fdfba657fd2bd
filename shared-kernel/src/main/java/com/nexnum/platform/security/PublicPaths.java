package com.nexnum.platform.security;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anybody may ask without signing in. */
final class PublicPaths {

    private static final PathPatternRequestMatcher.Builder PATHS =
            PathPatternRequestMatcher.withDefaults();

    /** Anybody may send these; a browser's cookies say nothing here. */
    static final RequestMatcher POSTS =
            anyOf(
                    HttpMethod.POST,
                    "/api/v1/auth/register",
                    "/api/v1/auth/login",
                    "/api/v1/auth/refresh",
                    "/api/v1/providers/*/webhooks/*",
                    "/api/v1/gateways/*/callbacks");

    private static final String[] READABLE = {
        "/api/v1/services",
        "/api/v1/countries",
        "/api/v1/offers",
        "/api/v1/openapi.json",
        "/api/docs",
        "/api/docs/**",
        "/api/health",
        "/api/health/ready",
        "/api/metrics"
    };

    static final RequestMatcher ALL =
            new OrRequestMatcher(
                    Stream.of(
                                    POSTS,
                                    anyOf(HttpMethod.GET, READABLE),
                                    anyOf(HttpMethod.HEAD, READABLE))
                            .toList());

    private static RequestMatcher anyOf(HttpMethod method, String... patterns) {
        return new OrRequestMatcher(
                Arrays.stream(patterns)
                        .map(pattern -> (RequestMatcher) PATHS.matcher(method, pattern))
                        .toList());
    }

    private PublicPaths() {}
}

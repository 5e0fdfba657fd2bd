package com.nexnum.platform.web.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Measures what people wait for here: their reads. Not streams, which last, nor what waits for a
 * provider or makes a password slow on purpose, nor what administrators and auditors ask for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LiveTrafficFilter extends OncePerRequestFilter {

    private final LiveTraffic traffic;

    LiveTrafficFilter(LiveTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || !path.startsWith("/api/v1/")
                || path.startsWith("/api/v1/stream")
                || path.startsWith("/api/v1/admin/")
                || path.startsWith("/api/v1/audit/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            traffic.took(System.nanoTime() - begin);
        }
    }
}

package com.nexnum.platform.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
@Order(EdgeOrder.HEADERS)
final class SecurityHeadersFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.write(request.getRequestURI(), request.isSecure(), response::setHeader);
        chain.doFilter(request, response);
    }

    /** Tomcat forwards some requests to the error page before any filter saw them. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
